-- The few events that say which periods are closed, and what becomes of what comes late. Each insert
-- of events looks for the last of them, under its lock. The sum is there for the planner: it finds
-- them by this index only, and never by walking the primary key from its end.
CREATE INDEX events_of_the_books ON events ((position + 0))
  WHERE stream_type IN ('accounting_periods', 'books_settings');
