"""A first plan, quickly: published missions first, then the hardest needs, nearest team first."""

from collections.abc import Sequence

from functions.domain.assign.rows import by_need
from functions.domain.eligibility import Option
from functions.domain.obstacles import obstacles
from functions.domain.setting import Setting
from functions.domain.use import Use


def greedy(setting: Setting, options: Sequence[Option]) -> list[int]:
    """Numbers of options that go together, none of which could be added to the others.

    Published missions come first so that the plan keeps as much as it can; then needs by tier,
    those with the fewest options first.
    """
    use = setting.book(Use(), setting.decided.values())
    needs = by_need(options)

    def served(need: str, candidates: list[int]) -> list[int]:
        for index in candidates:
            option = options[index]
            if not obstacles(setting, use, option):
                setting.book(use, [option.mission])
                taken.add(need)
                return [index]
        return []

    taken: set[str] = set()
    chosen: list[int] = []
    for need, pairs in needs.items():
        published = setting.published.get(need)
        chosen += served(need, [index for index, option in pairs if option.mission == published])
    for need in sorted(needs, key=lambda key: (setting.needs[key].tier, len(needs[key]), key)):
        if need not in taken:
            nearest = sorted(needs[need], key=lambda pair: (pair[1].metres, pair[0]))
            chosen += served(need, [index for index, _ in nearest])
    return sorted(chosen)
