package jobs;

/// What is searched for: a rule that says which of the waiting jobs comes next.
public interface Rule {

    /// The priority of a waiting job; the highest starts, of equal ones the first.
    ///
    /// @param duration more than 0
    /// @param weight cost of each moment it is late, more than 0
    /// @param due when it should be done, counted from the start of the schedule
    /// @param now when it would start
    double priority(double duration, double weight, double due, double now);
}
