import pytest
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError, engines

from apps.core.finders import PACKAGED, PackagedFinder
from apps.core.templatetags.components import ICONS


def draw(source, **context):
    return Template(source).render(Context(context))


@pytest.mark.parametrize(
    "source",
    [
        '{% tile label="a" value="1" colour="red" %}',
        '{% tile "a" "1" %}',
        '{% badge state="ok" label="a" size="x" %}',
        '{% button label="a" style="x" %}',
        '{% card titel="a" %}{% endcard %}',
        '{% icon size="small" %}',
    ],
)
def test_an_undeclared_or_missing_attribute_is_refused(source):
    with pytest.raises(TemplateSyntaxError):
        Template(source)


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ('{% badge state="green" label="a" %}', "'green'"),
        ('{% tile label="a" value="1" note_state="ok" %}', "'ok'"),
        ('{% button label="a" kind="secondary" %}', "'secondary'"),
        ('{% icon name="rocket" %}', "'rocket'"),
        ('{% alert state="danger" %}x{% endalert %}', "'danger'"),
        ('{% progress value=1 max=2 label="a" state="blue" %}', "'blue'"),
    ],
)
def test_an_unknown_value_is_refused_with_those_known(source, named):
    with pytest.raises(TemplateSyntaxError, match=f"{named}: expected one of"):
        draw(source)


def test_a_tile_with_an_address_is_a_link_and_without_is_none():
    assert '<a class="tile" href="/x/">' in draw('{% tile label="Giám sát" value="20" url="/x/" %}')
    assert "<a" not in draw('{% tile label="Giám sát" value="20" %}')


def test_a_tile_sets_words_smaller_than_figures():
    assert "tile-words" in draw('{% tile label="Giám sát" value="chưa báo cáo" %}')
    assert "tile-words" not in draw('{% tile label="Tiến độ" value="5/6" %}')


def test_what_pages_put_in_is_escaped_and_blocks_keep_their_markup():
    assert "&lt;b&gt;" in draw("{% tile label=label value=1 %}", label="<b>")
    drawn = draw("{% card title=title %}<p>{{ title }}</p>{% endcard %}", title="A & B")
    assert "<p>A &amp; B</p>" in drawn
    assert "<h2>A &amp; B</h2>" in drawn


def test_the_pager_keeps_the_query(rf):
    request = rf.get("/", {"page": "2", "office": ["1", "3"], "sort": "-held_on"})
    drawn = (
        engines["django"]
        .from_string("{% pager page=page %}")
        .render({"page": Paginator(range(100), 25).page(2)}, request)
    )
    assert "?page=1&amp;office=1&amp;office=3&amp;sort=-held_on" in drawn
    assert "?page=3&amp;office=1&amp;office=3&amp;sort=-held_on" in drawn


@pytest.mark.parametrize(
    ("sort", "url", "direction"),
    [
        ("", "?office=1&amp;sort=held_on", ""),
        ("held_on", "?office=1&amp;sort=-held_on", 'aria-sort="ascending"'),
        ("-held_on", "?office=1&amp;sort=held_on", 'aria-sort="descending"'),
    ],
)
def test_a_header_sorts_and_begins_at_the_first_page(rf, sort, url, direction):
    request = rf.get("/", {"office": "1", "page": "3"} | ({"sort": sort} if sort else {}))
    drawn = engines["django"].from_string('{% sort_header label="Ngày" field="held_on" %}').render({}, request)
    assert f'href="{url}"' in drawn
    assert direction in drawn


def test_progress_is_written_for_the_browser_not_for_the_reader():
    drawn = draw('{% progress value=1200.5 max=2000 label="a" words="x" %}')
    assert 'value="1200.5" max="2000"' in drawn


def test_every_icon_named_is_drawn_in_the_sprite(settings):
    sprite = (settings.BASE_DIR / "static" / "img" / "icons.svg").read_text()
    assert [name for name in ICONS if f'<symbol id="{name}"' not in sprite] == []


def test_packaged_files_are_found_by_name_only():
    finder = PackagedFinder()
    assert finder.find("bootstrap/bootstrap.min.css").endswith("bootstrap.min.css")
    assert finder.find("bootstrap/bootstrap.css") is None
    assert finder.find("bootstrap/../css/bootstrap.css", find_all=True) == []
    assert len(list(finder.list(None))) == sum(len(names) for _folder, names in PACKAGED.values())
    for name, storage in finder.list(None):
        assert storage.exists(name)
