from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Made-up people and real trials, to try the site with; not installed in production."""

    name = "demo"
    verbose_name = "Demonstration"
