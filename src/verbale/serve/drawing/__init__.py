"""Drawings: places on a sheet, worked out from rows; the templates write them as SVG."""
