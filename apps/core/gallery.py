"""What /gallery/ shows: each component in all its states, with the very line that draws it. The only documentation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.core.charts import Bar, Pair, compare_columns, simple_bars, sparkline, stacked_bars
from apps.core.forms import Helper, VietnameseDateField, VietnameseIntegerField
from apps.core.page import Crumb, PeriodChoice, Tab


@dataclass(frozen=True, kw_only=True)
class Example:
    """`source` is a template: drawn above, shown below."""

    source: str
    drawn_in: str = ""  # class of the box it is drawn in


@dataclass(frozen=True, kw_only=True)
class Section:
    slug: str
    title: str | Promise
    note: str | Promise = ""
    examples: Sequence[Example]


class SampleForm(forms.Form):
    place = forms.CharField(label=_("Place"), help_text=_("Hall, ward, province"), max_length=200)
    held_on = VietnameseDateField(label=_("Day"))
    people = VietnameseIntegerField(label=_("People present"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("elected", _("Where elected")), ("theme", _("By theme"))])
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    confirmed = forms.BooleanField(label=_("The figures have been checked"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.helper.disable_csrf = True


OFFICES = ("Cà Mau", "Kiên Giang", "Cần Thơ", "Bạc Liêu", "Sóc Trăng", "Hậu Giang")
MEETINGS = ((9, 7), (9, 7), (9, 6), (8, 5), (8, 6), (7, 5))


def sample_context() -> dict[str, Any]:
    """Values of the examples: the case of 2019, persons invented."""
    bars = [Bar(label=name, values=parts) for name, parts in zip(OFFICES, MEETINGS, strict=True)]
    shared = [*bars, Bar(label="Hoạt động chung của Cụm", values=(None, None))]
    return {
        "stacked": stacked_bars(
            title="Tiếp xúc cử tri theo văn phòng", bars=shared, series=("trước", "sau Kỳ họp thứ 7")
        ),
        "legend": [("data-1", "trước"), ("data-2", "sau Kỳ họp thứ 7")],
        "bars": simple_bars(
            title="Ý kiến, kiến nghị", values=list(zip(OFFICES, (254, 231, 219, 187, 176, 162), strict=True))
        ),
        "columns": compare_columns(
            title="So với cùng kỳ",
            pairs=[
                Pair(label="Giám sát", before=17, now=20),
                Pair(label="Tiếp xúc cử tri", before=74, now=86),
                Pair(label="Dự án luật", before=25, now=27),
                Pair(label="Tiếp công dân", before=None, now=32),
            ],
            before_label="6 tháng đầu năm 2018",
            now_label="6 tháng đầu năm 2019",
        ),
        "spark": sparkline(title="12, 14, 13, 17, 20", values=(12, 14, 13, 17, 20)),
        "crumbs": [Crumb(label="Cụm thi đua số 9", url="/"), Crumb(label="Hoạt động")],
        "periods": [
            PeriodChoice(label="2018", url="?period=2018"),
            PeriodChoice(label="6 tháng đầu 2019", url="?period=2019H1", current=True),
            PeriodChoice(label="6 tháng cuối", url="?period=2019H2"),
            PeriodChoice(label="Cả năm", url="?period=2019"),
        ],
        "tabs": [
            Tab(label="Giám sát, khảo sát", url="?tab=1", current=True, count="20"),
            Tab(label="Tiếp xúc cử tri", url="?tab=2", count="86"),
        ],
        "rows": [
            (name, sum(parts), f"heat-{min(5, sum(parts) - 11)}", index)
            for index, (name, parts) in enumerate(zip(OFFICES, MEETINGS, strict=True))
        ],
        "list_page": Paginator(range(1, 87), 25).page(2),
        "facts": [("Địa điểm", "Hà Tiên, Kiên Giang"), ("Chủ trì", "Nguyễn Văn Mẫu"), ("Ghi chú", "")],
        "entries": [
            {
                "who": "Trần Thị Thí Dụ",
                "subject": "",
                "request_id": "5f0c9c52-3d1f-4a52-9d3a-0d8c0a4c2b11",
                "at": datetime(2019, 7, 2, 7, 5, tzinfo=UTC),
                "what": "Sửa buổi tiếp xúc cử tri",
                "changes": [("Số cử tri", "150", "160"), ("Địa điểm", None, "Nhà văn hóa phường")],
            },
            {
                "who": "Trần Thị Thí Dụ",
                "subject": "",
                "request_id": "5f0c9c52-3d1f-4a52-9d3a-0d8c0a4c2b11",
                "at": datetime(2019, 6, 28, 2, 40, tzinfo=UTC),
                "what": "Nhập bản ghi",
                "changes": [],
            },
        ],
        "form": SampleForm(initial={"place": "Hội trường UBND phường Pháo Đài", "people": 1200}),
        "refused": SampleForm({"place": "", "held_on": "31/06/2019", "people": "mười hai", "kind": "elected"}),
    }


SECTIONS = (
    Section(
        slug="tiles",
        title=_("Tiles: the figure first"),
        note=_("The value is already written; one short sentence under it. A tile is a link."),
        examples=[
            Example(
                drawn_in="tiles",
                source="""{% tile label="Giám sát, khảo sát" value="20" note="+3 so với cùng kỳ (17,6%)" note_state="up" url="#tiles" %}
{% tile label="Ý kiến, kiến nghị" value=1229|number note="403/863 địa phương đã trả lời" url="#tiles" %}
{% tile label="Tiếp công dân" value="32" note="–4 so với cùng kỳ" note_state="down" url="#tiles" %}
{% tile label="Báo cáo đúng hạn" value="5/6" note="Hậu Giang chậm 02 ngày" note_state="bad" url="#tiles" %}
{% tile label="Đăng ký thi đua" value="100%" note="88/88 người" %}""",
            )
        ],
    ),
    Section(
        slug="states",
        title=_("States: always with a word"),
        examples=[
            Example(
                drawn_in="row-line",
                source="""{% badge state="ok" label="Đã tiếp nhận" %}
{% badge state="warn" label="Gửi chậm 02 ngày" %}
{% badge state="bad" label="thiếu" %}
{% badge state="info" label="3 góp ý mới" %}
{% badge state="neutral" label="bản nháp" %}""",
            ),
            Example(
                drawn_in="stack",
                source="""{% alert state="ok" title="Đã nhập 86 bản ghi" %}Không có dòng nào bị bỏ qua.{% endalert %}
{% alert state="warn" title="Chênh lệch số liệu" %}Biểu ghi 254, danh sách có 250.{% endalert %}
{% alert state="bad" title="Chưa lưu" %}Dòng 12, cột “Ngày”: 31/06/2019 không có trong lịch.{% endalert %}
{% alert state="info" %}Số liệu chốt ngày 30/06/2019.{% endalert %}
{% alert state="neutral" %}Kỳ này chưa có số liệu năm trước để so sánh.{% endalert %}""",
            ),
            Example(
                drawn_in="stack",
                source="""{% progress value=71 max=88 label="Đăng ký danh hiệu" %}
{% progress value=86 max=80 label="Tiếp xúc cử tri so với giao ước" state="ok" words="86 / 80 cuộc" %}
{% progress value=3 max=6 label="Báo cáo đã nhận" state="warn" %}
{% progress value=1 max=6 label="Tiếp công dân" state="bad" %}""",
            ),
            Example(
                drawn_in="stack",
                source="""{% toast state="ok" text="Đã lưu lúc 09:42." %}
{% toast state="info" text="Báo cáo đang được tổng hợp." %}
{% toast state="warn" text="Có người khác vừa sửa bản ghi này." %}
{% toast state="bad" text="Chưa gửi được: thiếu ngày ký." %}""",
            ),
        ],
    ),
    Section(
        slug="actions",
        title=_("Actions: one main action on a page"),
        note=_("The flag's red is for the brand and the one main action, never for data."),
        examples=[
            Example(
                drawn_in="row-line",
                source="""{% button label="Báo cáo sơ kết" url="#actions" kind="primary" %}
{% button label="Tải Excel" url="#actions" icon="download" %}
{% button label="Xóa" url="#actions" kind="danger" icon="trash" %}
{% button label="Thêm" url="#actions" icon="plus" size="small" %}
{% button label="Đăng nhập" url="#actions" kind="primary" size="large" %}
{% post_button label="Xóa bản ghi" url="#actions" kind="danger" icon="trash" confirm="Xóa buổi tiếp xúc cử tri ngày 12/05/2019?" %}""",
            ),
            Example(
                drawn_in="stack",
                source="""{% breadcrumbs crumbs=crumbs label="Ví dụ" %}
{% period_switch periods=periods %}
{% tabs tabs=tabs label="Ví dụ về các thẻ" %}""",
            ),
        ],
    ),
    Section(
        slug="sheets",
        title=_("Sheets, figures, facts"),
        examples=[
            Example(
                source="""{% card title="86 cuộc" note="đếm từ danh sách" %}
  <p>Tiếp xúc cử tri được {% figure value="86" unit="cuộc" url="#sheets" label="mở 86 bản ghi" %} với {% figure value=14510|number unit="lượt cử tri" url="#sheets" %};
  đã tặng {% figure value=5|padded unit="phần quà" %}, {{ 6000000|dong }}, đạt {{ 17.647|percent }}.</p>
  {% definition_list facts=facts %}
{% endcard %}"""
            ),
            Example(
                source="""{% card title="Bản ghi" %}{% facts %}
  {% fact label="Văn phòng" value="Bạc Liêu" url="#sheets" %}
  {% fact label="Số cử tri" value=160|number %}
  {% fact label="Ghi chú" value="" %}
{% endfacts %}{% endcard %}"""
            ),
            Example(source="""{% card title="Lịch sử" %}{% history entries=entries %}{% endcard %}"""),
            Example(source="""{% history_sheet entries=entries %}"""),
            Example(
                source="""{% card %}{% empty title="Chưa có buổi tiếp xúc cử tri nào" text="Nhập từng buổi, hoặc tải lên danh sách Excel của văn phòng." action_label="Thêm bản ghi" action_url="#sheets" %}{% endcard %}"""
            ),
        ],
    ),
    Section(
        slug="together",
        title=_("Put together"),
        note=_("What waits for the reader stands beside the figures."),
        examples=[
            Example(
                drawn_in="columns",
                source="""{% chart title="Tiếp xúc cử tri theo văn phòng" legend=legend %}{{ stacked }}{% endchart %}
{% card title="Việc cần làm" note="Tất cả" note_url="#together" %}
  <ul class="todo">
    <li><span>Báo cáo của <b>Hậu Giang</b> chờ tiếp nhận</span>{% badge state="warn" label="chậm 02 ngày" %}<span class="note">2 mục cần bổ sung đã trả lời</span></li>
    <li><span>Tiếp công dân: <b>2 văn phòng</b> chưa báo cáo</span>{% badge state="bad" label="thiếu" %}<span class="note">Sóc Trăng, Hậu Giang</span></li>
  </ul>
{% endcard %}""",
            )
        ],
    ),
    Section(
        slug="tables",
        title=_("Tables"),
        note=_("“–” is none, hatching is missing; the cluster's own line and the total are always in sight."),
        examples=[
            Example(
                source="""{% card title="Các văn phòng trong kỳ" note="Số liệu chốt ngày 30/06/2019" %}
{% data_table label="Các văn phòng trong kỳ" heat=True %}
  <thead><tr><th scope="col">Văn phòng</th><th scope="col" class="n">TXCT</th><th scope="col" class="n">Tiếp công dân</th><th scope="col">Báo cáo</th></tr></thead>
  <tbody>
    {% for office, meetings, heat, index in rows %}
      <tr><th scope="row">{{ office }}</th><td class="n {{ heat }}"><a href="#tables">{{ meetings }}</a></td><td class="n{% if index > 3 %} missing{% endif %}">{% if index > 3 %}<span class="visually-hidden">chưa báo cáo</span>{% else %}{{ index|add:4 }}{% endif %}</td><td>{% badge state="ok" label="Đã tiếp nhận" %}</td></tr>
    {% endfor %}
    <tr class="own"><th scope="row">Hoạt động chung của Cụm</th><td class="n none">–</td><td class="n none">–</td><td>05 phần quà</td></tr>
  </tbody>
  <tfoot><tr><th scope="row">Toàn Cụm</th><td class="n">86</td><td class="n">22</td><td></td></tr></tfoot>
{% enddata_table %}
{% endcard %}"""
            ),
            Example(
                source="""{% card title="Danh sách" %}
{% data_table label="Danh sách" caption="26–50 của 86" %}
  <thead><tr>{% sort_header label="Ngày" field="held_on" %}<th scope="col">Nơi tiếp xúc</th>{% sort_header label="Cử tri" field="people" numeric=True %}</tr></thead>
  <tbody><tr><td class="nowrap">12/05/2019</td><td>Nhà văn hóa ấp Thí Dụ, xã Mẫu</td><td class="n">{{ 1160|number }}</td></tr></tbody>
{% enddata_table %}
{% pager page=list_page %}
{% endcard %}"""
            ),
        ],
    ),
    Section(
        slug="charts",
        title=_("Charts"),
        note=_("Drawn on the server by apps.core.charts; the narrow drawing appears by itself."),
        examples=[
            Example(
                source="""{% chart title="Tiếp xúc cử tri theo văn phòng" legend=legend %}{{ stacked }}{% endchart %}"""
            ),
            Example(
                source="""{% chart title="Ý kiến, kiến nghị" note="6 tháng đầu năm 2019" %}{{ bars }}{% endchart %}"""
            ),
            Example(
                source="""{% chart title="So với cùng kỳ" note="trái: 2018 · phải: 2019" %}{{ columns }}{% endchart %}"""
            ),
            Example(source="""{% card title="Năm kỳ gần đây" %}<div class="chart">{{ spark }}</div>{% endcard %}"""),
        ],
    ),
    Section(
        slug="forms",
        title=_("Forms"),
        note=_(
            "Whole numbers are read as 1.200.000, days as 05/07/2019; what is wrong is named with what was expected."
        ),
        examples=[
            Example(
                source="""{% load crispy_forms_tags %}{% card title="Buổi tiếp xúc cử tri" %}<form method="post" action="#forms">{% crispy form %}<div class="form-actions">{% button label="Lưu" kind="primary" %}{% button label="Hủy" url="#forms" %}</div></form>{% endcard %}"""
            ),
            Example(
                source="""{% load crispy_forms_tags %}{% card title="Sau khi bị từ chối" %}{% crispy refused %}{% endcard %}"""
            ),
        ],
    ),
    Section(
        slug="icons",
        title=_("Icons"),
        note=_("Few and calm; a word always stands beside."),
        examples=[
            Example(
                drawn_in="row-line",
                source="""{% for name in icons %}<span class="row-line">{% icon name=name %}<span class="note">{{ name }}</span></span>{% endfor %}""",
            )
        ],
    ),
    Section(
        slug="paper",
        title=_("Paper"),
        examples=[
            Example(
                source="""<article class="paper">
  <p class="centred"><b>BÁO CÁO</b><br><b>Sơ kết phong trào thi đua và công tác khen thưởng 6 tháng đầu năm 2019</b></p>
  <h2>II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ</h2>
  <p><b>3. Tiếp xúc cử tri.</b> Trước và sau Kỳ họp thứ 7, Quốc hội khóa XIV, Đoàn đại biểu Quốc hội các tỉnh, thành phố tiếp xúc cử tri được {% figure value="86 cuộc" url="#paper" current=True %} nơi ứng cử, theo chuyên đề và theo nhóm đối tượng, với {% figure value="14.510 lượt cử tri" url="#paper" %}.</p>
</article>"""
            )
        ],
    ),
)
