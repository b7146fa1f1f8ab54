"""Names of persons in Chinese and Japanese letters, by the family names that are common there."""

from __future__ import annotations

from newsgrep.text.lazy_regex import regex

_CHINESE = frozenset(
    "王李張张劉刘陳陈楊杨黃黄趙赵周吳吴徐孫孙朱馬马胡郭林何高梁鄭郑羅罗宋謝谢唐韓韩曹"
    "許许鄧邓蕭萧馮冯曾程蔡彭潘袁于董余蘇苏葉叶呂吕魏蔣蒋田杜丁沈姜范江傅鍾钟盧卢汪戴"
    "崔任陸陆廖姚方金邱夏譚谭韋韦賈贾鄒邹石熊孟秦閻阎薛侯雷白龍龙段郝孔邵史毛常萬万顧"
    "顾賴赖武康賀贺嚴严尹錢钱施牛洪龔龚湯汤陶黎溫温莫易樊喬乔文安殷顏颜莊庄章魯鲁倪龐"
    "庞邢俞翟藍蓝聶聂齊齐向申葛柴伍覃駱骆關关焦柳歐欧祝紀纪尚畢毕耿芦左季管符辛苗詹曲"
    "屈巨簡简游連连"
)
_OF_TWO = frozenset(
    ("歐陽", "欧阳", "司馬", "司马", "諸葛", "诸葛", "上官", "司徒", "端木", "公孫")
)
_JAPANESE = frozenset(
    """佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田
    佐々木 山口 松本 井上 木村 斎藤 斉藤 清水 山崎 阿部 池田 橋本 石川
    山下 中島 石井 小川 前田 岡田 長谷川 藤田 近藤 後藤 村上 遠藤 青木
    坂本 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田
    竹内 小野 田村 中山 和田 石田 上田 森田 原 柴田 酒井 工藤 横山 宮崎
    宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野
    杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 野口 桜井 菅原 木下
    佐野 新井 渡部 古川 小山 野村 松尾 菊地 菊池 市川 杉本 水野 島田
    川口 大西 西田 北村 安田 五十嵐 川崎 飯田 東 吉川 本田 久保田 沢田
    辻 関 川村 中田 荒木 浜田 星野 大島 尾崎 熊谷 望月""".split()
)
_HAN = regex(r"[\u4e00-\u9fff々]+")


def is_chinese_name(text: str) -> bool:
    """Whether a text is a Chinese person's name: a common family name and one or two more signs."""
    if _HAN.fullmatch(text) is None:
        return False
    if text[:2] in _OF_TWO:
        return 3 <= len(text) <= 4
    return 2 <= len(text) <= 3 and text[0] in _CHINESE


def is_japanese_name(text: str) -> bool:
    """Whether a text is a Japanese person's name: a common family name and one to three signs.

    The given name may be in kana, and a blank or a dot between the two.
    """
    for at in (3, 2, 1):
        family, given = text[:at], text[at:].lstrip(" \u3000・")
        if family in _JAPANESE and _GIVEN.fullmatch(given) is not None:
            return True
    return False


_GIVEN = regex(r"[\u4e00-\u9fff々\u3040-\u30ff]{1,4}")
