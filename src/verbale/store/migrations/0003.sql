-- Statements are listed by the day of what was said, as acts are, and on one day page by page.
CREATE INDEX statements_in_order ON statements (
    coalesce(earliest, latest, '9999'), coalesce(latest, '9999'), document, start, id
);
