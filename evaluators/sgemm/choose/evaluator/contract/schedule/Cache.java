package schedule;

/// Sizes of a core's caches for data, in floats of 4 bytes.
///
/// @param first the smallest and nearest
/// @param second the next
/// @param last the largest, which other cores may share
public record Cache(int first, int second, int last) {}
