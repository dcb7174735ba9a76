"""``sightline rules``: the rule book on the terminal."""

import click

from sightline.cli.showing import table


@click.group(invoke_without_command=True)
@click.pass_context
def rules(context: click.Context) -> int:
    """List the rules, or show one."""
    if context.invoked_subcommand:
        return 0
    from sightline.rules import RULES

    click.echo(
        table(
            ("rule", "stage", "question"),
            [(rule.name, rule.stage, rule.question) for rule in RULES.values()],
        )
    )
    return 0


@rules.command()
@click.argument("name")
def show(name: str) -> int:
    """Show the page of rule NAME, or of a check before a plan ends: question, sources, examples."""
    from sightline.rules import RULES
    from sightline.rules.book import check_page, page_as_markdown, rule_page
    from sightline.rules.checks_before_ending import CHECKS
    from sightline.sources.could_not import CouldNot

    if name in CHECKS:
        click.echo(page_as_markdown(check_page(name)))
        return 0
    if name not in RULES:
        raise CouldNot(
            f"There is no rule called {name}.", "Run sightline rules to see their names."
        )
    click.echo(page_as_markdown(rule_page(RULES[name])))
    return 0
