"""GJ242: activities on days when nobody is at school."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.rules.rule import Context, rule


@rule("GJ242", severity="warning", title="活动排在了休息日", requires=("GJ212",))
def activity_on_a_day_off(plan: Plan, context: Context) -> Iterator[Finding]:
    """只有一天的活动不要排在周末和法定节假日；调休上班的周末可以排。

    节假日以国务院公布的为准，由 chinesecalendar 提供；没有安装它（`pip install "gongjian[calendar]"`），
    或者它还不知道那一年的安排时，不检查。

    坏例：
    ```yaml
    activities:
      - {date: 2022-10-03, activity: 示范课, commitment: demo}
    ```
    好例：
    ```yaml
    activities:
      - {date: 2022-10-08, activity: 示范课, commitment: demo}
    ```
    """
    for index, activity in enumerate(plan.activities):
        if activity.date.is_one_day and (day_off := _day_off(activity.date.first)):
            yield Finding(
                at=("activities", index, "date"),
                message=f"活动“{activity.title or activity.activity}”排在{day_off}",
                hint="改到上班的日子",
            )


@lru_cache(maxsize=4096)
def _day_off(day: date) -> str:
    """Name the day when it is no working day; empty when it is one, or nobody knows."""
    try:
        from chinese_calendar import get_holiday_detail, is_workday
    except ImportError:
        return ""
    try:
        if is_workday(day):
            return ""
        _, holiday = get_holiday_detail(day)
    except NotImplementedError:  # a year it has no data for
        return ""
    return (
        f"法定节假日（{_HOLIDAYS.get(holiday, holiday)}）"
        if holiday
        else f"星期{'一二三四五六日'[day.weekday()]}"
    )


_HOLIDAYS = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利七十周年纪念日",
}
"""What chinesecalendar calls the holidays."""
