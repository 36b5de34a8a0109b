"""What the review desk asks of a trial page: its places and facts in words, and its source's own words."""
