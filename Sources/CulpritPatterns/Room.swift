// Filled by its own room.
