"""The settings of a plan repository (方案仓库): `gongjian.yaml`, `repository/v1`."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from gongjian.model.base import ONE_OR_MORE, Count, Identifier, Model, Text, Texts, entry
from gongjian.model.calendar import Calendar
from gongjian.model.dates import Day, MonthDay
from gongjian.model.kind_entry import KindEntries

BoldLevel = Annotated[Count, Field(le=4), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 4})]
BoldLevels = Annotated[tuple[BoldLevel, ...], ONE_OR_MORE]


class Waiver(Model, title="豁免"):
    """An accepted finding (豁免): which one, why, who approved it, until when."""

    one_of: ClassVar[tuple[str, ...]] = ("rule", "requirement")

    rule: Text | None = entry("规则", "豁免哪一条规则；写了要求的可以不写", "GJ301", default=None)
    requirement: Identifier | None = entry(
        "要求", "豁免政策包里的哪一条要求（编号）", "sync-lessons", default=None
    )
    file: Text | None = entry(
        "文件", "只豁免这个文件（相对仓库的路径，可用 * 代替任意文字）", "plans/yongli.yaml", default=None
    )
    place: Text | None = entry(
        "位置",
        "只豁免文件里的这一处：JSON 报告里的 path，用点连起来；写到哪一层，就豁免那一层以下",
        "measures.1.commitments.0",
        default=None,
    )
    reason: Text = entry("理由", "为什么可以不改", "学校在建，交流推迟到下学期")
    approver: Text = entry("批准人", "谁批准的", "县教育局基教科 李某")
    until: Day = entry("到期日", "有效到哪一天（含）", "2027-01-31")

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if not self.rule and not self.requirement:
            raise PydanticCustomError(
                "contradiction", "没有写豁免什么：规则与要求至少要写一项", {"hint": "如 rule: GJ301"}
            )
        return self


class Teaching(Model, title="教学时间"):
    """From when to when there is teaching in a term; a plan that covers it covers the term."""

    start: MonthDay = entry("从", "最晚这一天已经开学", "09-15")
    end: MonthDay = entry("至", "最早这一天才放假", "12-31")


class CalendarSettings(Model, title="校历"):
    """When school years and terms begin here; what is not told is as everywhere."""

    school_year: MonthDay = entry("学年开始", "学年和第一学期从哪一天开始", "09-01", default=(9, 1))
    second_term: MonthDay = entry("第二学期开始", "第二学期从哪一天开始", "02-01", default=(2, 1))
    first_term_teaching: Teaching | None = entry(
        "第一学期教学时间",
        "方案盖住这段时间，就算盖住第一学期",
        {"start": "09-15", "end": "12-31"},
        default=None,
    )
    second_term_teaching: Teaching | None = entry(
        "第二学期教学时间",
        "方案盖住这段时间，就算盖住第二学期",
        {"start": "03-01", "end": "06-30"},
        default=None,
    )

    @model_validator(mode="after")
    def _is_a_calendar(self) -> Self:
        try:
            self.calendar()
        except ValueError as error:
            raise PydanticCustomError("contradiction", "：{reason}", {"reason": str(error)}) from None
        return self

    def calendar(self) -> Calendar:
        """The calendar itself.

        Raises:
            ValueError: there is no such calendar.
        """
        told = {
            "first_term_teaching": self.first_term_teaching,
            "second_term_teaching": self.second_term_teaching,
        }
        teaching = {name: (each.start, each.end) for name, each in told.items() if each}
        return Calendar(self.school_year, self.second_term, **teaching)


class Layout(Model, title="版式"):
    """How documents are laid out, where GB/T 9704-2012 leaves room or practice differs from it."""

    page: Literal["common", "gbt33476", "ink"] = entry(
        "版面",
        "common 页边距照标准（上37、下35毫米）；gbt33476 按 GB/T 33476.2；ink 让字的上下沿正好在这个位置",
        "common",
        default="common",
    )
    fonts: Literal["gb2312", "windows", "fzgbk"] = entry(
        "字体",
        "gb2312 用 仿宋_GB2312、楷体_GB2312、方正小标宋简体；windows 用 Windows 自带的仿宋、楷体、宋体；fzgbk 用方正 GBK 字库",
        "gb2312",
        default="gb2312",
    )
    page_number: Literal["outside", "center"] = entry(
        "页码", "outside 单页居右、双页居左；center 居中", "outside", default="outside"
    )
    numbering: Literal["literal", "auto"] = entry(
        "序号", "literal 序号是文字；auto 用 Word 的自动编号，便于接着修改", "literal", default="literal"
    )
    red_head: Literal["none", "preprinted", "electronic"] = entry(
        "红头",
        "electronic 印出红色版头；preprinted 留出位置，套印在印好的红头纸上；none 不要",
        "electronic",
        default="electronic",
    )
    bold: BoldLevels = entry("加粗", "哪几级标题加粗；标准没有加粗的", [2, 3], default=())
    mirror: bool = entry("双面", "双面印刷，双页的订口在右", True, default=False)
    archive: bool = entry("归档", "PDF 按归档格式 PDF/A 印", True, default=False)
    font_folders: Texts = entry(
        "字体文件夹",
        "印 PDF 时另外到这些文件夹里找字体（绝对路径，或者相对仓库的路径）",
        ["fonts"],
        default=(),
    )


Grade = Literal["error", "warning", "info", "off"]
Grades = dict[Text, Grade]


class Paths(Model, title="路径"):
    """Which files of the repository are checked."""

    plans: Texts = entry(
        "方案",
        "不指明文件时，只看这些文件夹或文件（相对仓库的路径，可用 * 代替任意文字）；不写则看整个仓库",
        "plans",
        ["plans", "台账"],
        default=(),
    )
    exclude: Texts = entry(
        "排除", "文件夹里的这些不看；直接指明的文件照样看", "plans/草稿", ["草稿", "*.bak.yaml"], default=()
    )


class Bureau(Model, title="教育局"):
    """The education bureau whose repository it is: `gongjian new` writes its names into plans, notices it issues print them."""

    name: Text = entry("名称", "全称，印作县级方案的发文单位", "松阳县教育局")
    short: Text | None = entry("简称", "方案的发文单位也可以这样写", "县教育局", default=None)
    office: Text | None = entry(
        "办公室", "它发文的方案没有写印发机关时，印作印发机关", "松阳县教育局办公室", default=None
    )
    code: Text | None = entry(
        "机关代字", "它发文的方案没有写发文字号时，印在文号的开头", "松教", default=None
    )


class Repository(Model, title="方案仓库"):
    """A folder of plans that belong together."""

    gongjian: Literal["repository/v1"] = entry("文件类型", "说明这是哪一种文件，写在第一行", "repository/v1")
    name: Text | None = entry("名称", "方案仓库的名称", "松阳县城乡教育共同体方案", default=None)
    bureau: Bureau | None = entry(
        "教育局", "本县教育局的名称，新写方案时用", {"name": "松阳县教育局", "code": "松教"}, default=None
    )
    policies: Texts = entry(
        "政策包",
        "对全部方案生效的政策包：编号，或者仓库里政策包文件的路径；方案也可以用编号引用这些文件",
        "guofa-2016-40",
        ["songyang", "policies/本县.yaml"],
        default=(),
    )
    registry: Text | None = entry(
        "学校名册",
        "学校名册文件的路径：YAML、Excel 表格（.xlsx）或 CSV",
        "学校名册.yaml",
        "名册/学校.xlsx",
        default=None,
    )
    members_per_lead: Count = entry(
        "带校上限",
        "一所牵头校同时最多带几所成员校（1+3 就是 3）；政策包另有规定的，按政策包",
        3,
        default=3,
    )
    calendar: CalendarSettings | None = entry(
        "校历", "本地的学年、学期", {"school_year": "09-01", "second_term": "02-15"}, default=None
    )
    kinds: KindEntries = entry(
        "活动类型",
        "本地的活动类型",
        [{"name": "田园研学课", "of": "公开课"}],
        default=(),
    )
    paths: Paths | None = entry(
        "路径", "哪些文件要检查", {"plans": ["plans"], "exclude": ["plans/草稿"]}, default=None
    )
    severity: Grades = entry(
        "程度",
        "改规则的程度：error（错误）、warning（警告）、info（提示）、off（不报）；GJ2 表示 GJ2 开头的全部",
        {"GJ233": "info", "GJ243": "off"},
        default_factory=dict,
    )
    layout: Layout | None = entry("版式", "公文的版式", {"fonts": "windows"}, default=None)
    waivers: tuple[Waiver, ...] = entry(
        "豁免",
        "同意不改的问题",
        [{"rule": "GJ233", "reason": "原文如此", "approver": "李某", "until": "2027-01-31"}],
        default=(),
    )
