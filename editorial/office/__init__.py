"""What stands on the office's desks today: read only, for the dashboard, the planner and the register."""
