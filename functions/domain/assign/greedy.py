"""A first plan, quickly: published missions first, then the hardest needs, nearest team first."""

from functions.domain.assign.model import Model
from functions.domain.obstacles import obstacles
from functions.domain.setting import Setting
from functions.domain.use import Use


def greedy(setting: Setting, model: Model) -> list[int]:
    """Numbers of options that go together, none of which could be added to the others.

    Published missions come first so that the plan keeps as much as it can; then needs by tier,
    those with the fewest options first.
    """
    use = setting.book(Use(), setting.decided.values())

    def served(need: str, candidates: list[int]) -> list[int]:
        for index in candidates:
            option = model.options[index]
            if not obstacles(setting, use, option):
                setting.book(use, [option.mission])
                taken.add(need)
                return [index]
        return []

    taken: set[str] = set()
    chosen: list[int] = []
    for need, pairs in model.needs.items():
        published = setting.published.get(need)
        chosen += served(need, [index for index, option in pairs if option.mission == published])
    for need in sorted(
        model.needs, key=lambda key: (setting.needs[key].tier, len(model.needs[key]), key)
    ):
        if need not in taken:
            nearest = sorted(model.needs[need], key=lambda pair: (pair[1].metres, pair[0]))
            chosen += served(need, [index for index, _ in nearest])
    return sorted(chosen)
