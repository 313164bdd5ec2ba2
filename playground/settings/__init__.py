"""Every setting, declared once; settings to an experiment and back."""
