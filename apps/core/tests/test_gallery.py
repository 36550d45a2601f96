import pytest

from apps.core.gallery import SECTIONS
from apps.core.templatetags import components


def test_the_gallery_is_for_administrators(client, cast):
    client.force_login(cast.administrator)
    assert client.get("/gallery/").status_code == 200
    for someone in (cast.secretary, cast.leader):
        client.force_login(someone)
        assert client.get("/gallery/").status_code == 404


@pytest.mark.parametrize("mode", ["DEMONSTRATION", "DEBUG"])
def test_where_nothing_is_real_it_is_for_all_who_signed_in(client, cast, settings, mode):
    setattr(settings, mode, True)
    client.force_login(cast.clerk)
    assert client.get("/gallery/").status_code == 200


def test_every_component_is_shown():
    sources = " ".join(example.source for section in SECTIONS for example in section.examples)
    assert [
        name for name in components.register.tags if f"{{% {name} " not in sources and f"{{% {name} %" not in sources
    ] == []


def test_the_gallery_draws_nothing_inline(client, cast):
    client.force_login(cast.administrator)
    page = client.get("/gallery/").content.decode()
    for inline in (" style=", "<style", "javascript:", " onclick=", "<script>"):
        assert inline not in page
