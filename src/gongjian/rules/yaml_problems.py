"""What libyaml says is wrong with a text, in the words of those who wrote it."""

YAML_QUOTING = "文字里有冒号、井号、引号或以特殊符号开头时，用英文单引号把整段文字括起来"

_ALIGN = "让同一层的各行左边对齐；" + YAML_QUOTING
_UNFINISHED = "上一行可能没写完或缩进不对；" + YAML_QUOTING
_ANCHORS = "& 和 * 后面用英文名；如果是文字，" + YAML_QUOTING
_ITEMS = "列表的每一项以“- ”开头，左边对齐；不属于列表的内容减少缩进"
YAML_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    ("wide colon", "这里用了中文冒号“：”", "键和值之间写英文冒号加一个空格，如 title: 实施方案"),
    ("wide space", "这里的空格是全角的（或者从网页粘贴来的），YAML 只认英文空格", "删掉它，打英文（半角）空格"),
    ("could not find expected ':'", "这里缺一个英文冒号，键和值之间要写“: ”", "写成 键: 值，冒号后面空一格"),
    ("mapping values are not allowed", "这里不该有冒号", _UNFINISHED),
    ("did not find expected key", "这里应该是一个键：缩进与上面对不齐，或上面的文字没有括好", _ALIGN),
    ("did not find expected '-' indicator", "列表到这里断了：这一行没有以“- ”开头", _ITEMS),
    ("block sequence entries are not allowed", "这里不能写“- ”列表项", "列表另起一行，写在键的下面，缩进两格"),
    ("found unexpected end of stream", "引号没有配对，一直开到了文件末尾", "在文字末尾补上同样的引号"),
    ("found unknown escape character", "双引号里的反斜杠 \\ 用错了", "改用英文单引号，或把 \\ 写成 \\\\"),
    ("escape code", "双引号里的 \\x、\\u 写错了，没有这个字符", "直接写这个字，或改用英文单引号"),
    ("hexdecimal number", "双引号里的 \\x、\\u 写错了，没有这个字符", "直接写这个字，或改用英文单引号"),
    ("document indicator", "引号没有配对，到“---”或“...”还没有收尾", "在文字末尾补上同样的引号"),
    ("mapping keys are not allowed", "这里不该有“? ”", YAML_QUOTING),
    ("indicator equal to 0", "| 或 > 后面写缩进几格，不能是 0", "去掉这个数字"),
    ("tab character", "这里用了制表符（Tab），YAML 只认空格", "换成空格"),
    ("found unexpected ':'", "这里不该有冒号", YAML_QUOTING),
    ("directive", "以百分号 % 开头的行成了 YAML 指令", "删掉这一行；如果是文字，" + YAML_QUOTING),
    ("YAML document", "以百分号 % 开头的行成了 YAML 指令", "删掉这一行；如果是文字，" + YAML_QUOTING),
    ("version number", "以百分号 % 开头的行成了 YAML 指令", "删掉这一行；如果是文字，" + YAML_QUOTING),
    ("found undefined alias", "引用（*）了没有定义过的锚点", "先用 & 定义；如果星号是文字，" + YAML_QUOTING),
    ("expected alphabetic or numeric character", "锚点和引用的名字只能用英文字母和数字", _ANCHORS),
    ("cannot start any token", "这个字符不能用在值的开头", YAML_QUOTING),
    ("did not find expected ',' or ']'", "方括号 [ ] 里的列表没有写完", "各项之间用英文逗号，末尾补上 ]"),
    ("did not find expected ',' or '}'", "花括号 { } 里的内容没有写完", "各项之间用英文逗号，末尾补上 }"),
    ("did not find expected node content", "这里缺少内容", "检查括号和逗号是否多写"),
    ("did not find expected <document start>", "文件开头的内容不是 键: 值", "第一行写 gongjian: plan/v1"),
    ("did not find expected comment or line break", "这里多出了文字", "| 或 > 之后不要写别的，正文另起一行并缩进"),
    ("tag", "开头的感叹号成了 YAML 标签", YAML_QUOTING),
    ("found duplicate anchor", "锚点重名", "换一个名字"),
)  # fmt: skip
"""Part of what libyaml says; message; hint. The first that fits is told."""
