"""Pages of activities: permission, form, one action, redirect."""
