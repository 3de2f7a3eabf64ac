"""Words and names that differ between the scripts in more than their characters, as data in Simplified characters."""

from typing import Final

TAIWANESE: Final = (
    "信息技术 信息 网络 互联网 局域网 软件 硬件 移动硬盘 硬盘 光盘 U盘 服务器 数据库 人工智能 云计算 知识产权"
    " 视频会议 视频 音频 录像 打印机 打印 复印 扫描仪 屏幕 触摸屏 鼠标 笔记本电脑 智能手机 移动电话 博客 门户网站 登录 宽带"
    " 在线教育 在线教学 在线教研 在线课堂 在线学习 在线研修 在线培训 在线资源 在线平台 在线交流 在线服务 在线互动"
    " 远程教育 远程教学 远程教研 远程课堂 远程培训 远程互动 远程指导 远程协作"
    " 出租车 自行车 塑料 激光 艾滋病 孤独症"
)
"""Words of schools that Taiwan has others for; which, OpenCC knows (s2twp).

OpenCC's whole list is made for programs: it turns 支教对象 into 支教物件, 社区 into 社群, 文件 into 檔案, 项目 into 專案,
支持 into 支援 and 高级职称 into 高階職稱. So only these are taken from it.
"""

MAINLAND: Final = "信息技术 信息 网络 互联网 局域网 软件 硬件 移动硬盘 硬盘 光盘 服务器 人工智能 知识产权 视频会议 打印机 鼠标 优化"
"""Words of Taiwan that mean one thing on the mainland, by what they are there (tw2sp)."""

AS_SURNAME: Final = "范于余郁咸干后游岳占涂朴种党"
"""Characters that stay as they are where they are a surname; otherwise they become 範於餘鬱鹹幹後遊嶽佔塗樸種黨."""

AS_GIVEN_NAME: Final = "范于余郁咸游岳占涂朴里采征"
"""The same within a given name."""

COMPOUND_SURNAMES: Final = {"万俟": "万俟", "鲜于": "鮮于", "淳于": "淳于", "单于": "單于", "谷梁": "穀梁"}
"""复姓 that are not converted character by character."""

POSTS: Final = (
    "校长|园长|院长|书记|主任|组长|科长|股长|处长|局长|所长|站长|部长|会长|老师|教师|同志|先生|女士|副|总|某"
)
"""What follows a surname that stands for a person (范校长)."""
