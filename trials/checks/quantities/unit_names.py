"""Units with their names and signs in both languages, as expressions that ignore case."""

MEASURES = {
    "kg": "kg|kilograms?|公斤|千克",
    "g": "g|gm|grams?|克",
    "mg": "mg|milligrams?|毫克",
    "µg": "µg|ug|mcg|micrograms?|微克",
    "ng": "ng|nanograms?|纳克",
    "pg": "pg|皮克",
    "L": "L|lit(?:er|re)s?|升",
    "dL": "dL|decilit(?:er|re)s?|分升",
    "mL": "mL|millilit(?:er|re)s?|毫升",
    "µL": "µL|uL|microlit(?:er|re)s?|微升",
    "fL": "fL|飞升",
    "mol": "mol|摩尔",
    "mmol": "mmol|millimoles?|毫摩尔",
    "µmol": "µmol|umol|micromoles?|微摩尔",
    "nmol": "nmol|nanomoles?|纳摩尔",
    "pmol": "pmol|皮摩尔",
    "IU": "IU|international units?|国际单位",
    "mIU": "mIU|µIU|uIU|毫国际单位",
    "U": "U|units?|单位",
    "Gy": "Gy|戈瑞",
    "MBq": "MBq|兆贝克勒尔?",
    "GBq": "GBq|吉贝克勒尔?",
    "mmHg": r"mm\s?Hg|毫米汞柱",
    "kPa": "kPa|千帕",
    "m²": r"m\^?2|m²|square met(?:er|re)s?|平方米",
    "mm²": r"mm\^?2|mm²|square millimet(?:er|re)s?|平方毫米",
    "cm²": r"cm\^?2|cm²|平方厘米",
    "mm³": r"mm\^?3|mm³|cubic millimet(?:er|re)s?|立方毫米",
    "cm³": r"cm\^?3|cm³|立方厘米",
    "m": "m|met(?:er|re)s?|米",
    "cm": "cm|centimet(?:er|re)s?|厘米|公分",
    "mm": "mm|millimet(?:er|re)s?|毫米",
    "µm": "µm|um|微米",
    "nm": "nm|纳米",
    "°C": "°C|℃|degrees celsius|摄氏度",
    "Hz": "Hz|赫兹",
    "mEq": "mEq|毫当量",
    "copy": "copies|copy|cp|拷贝",
    "bpm": r"bpm|beats\s?(?:/|per )\s?min(?:ute)?s?|次/分钟?|次每分钟?",
    "kcal": "kcal|千卡",
}
DURATIONS = {
    "ms": "ms|msec|milliseconds?|毫秒",
    "second": "seconds?|secs?|s|秒钟?",
    "minute": "minutes?|mins?|分钟",
    "hour": "hours?|hrs?|h|个?小时",
    "day": "days?|d|天|日(?!咳)",
    "week": "weeks?|wks?|周(?![期岁])|个?星期|个?礼拜",
    "month": "months?|mos?|个月|月龄|月(?!经)",
    "year": r"years?(?:[\s-]olds?)?|yrs?|y|周岁|岁|年(?!龄)",
}
# What is counted: one language may well leave its name out, so only two different ones are a difference.
COUNTED = {
    "line": "lines?|线",
    "cycle": "cycles?|courses?|个?周期|个?疗程",
    "dose": "doses?|剂",
    "times": "times|次",
    "fold": "-?fold|倍",
    "person": "people|persons?|participants?|patients?|subjects?|volunteers?|women|men|adults|"
    "children|[名例位]|人",
    "point": r"points?|分(?![钟升之级期型别子析/])",
    "half-life": r"half-li(?:fe|ves)|个?半衰期",
    "drop": "drops?|滴",
    "tablet": "tablets?|片",
}
LIMITS = {
    "ULN": "ULN|upper limits? of (?:the )?(?:institutional )?normal(?: ranges?| values?| limits?)?|"
    "(?:本|各?中心|实验室|检测|机构)*正常(?:参考)?(?:值|范围|值范围)?的?上限",
    "LLN": "LLN|lower limits? of (?:the )?(?:institutional )?normal(?: ranges?| values?| limits?)?|"
    "(?:本|各?中心|实验室|检测|机构)*正常(?:参考)?(?:值|范围|值范围)?的?下限",
}
