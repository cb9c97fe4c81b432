#ifndef DISPATCH_H
#define DISPATCH_H

/* What is searched for: a rule that says which of the waiting jobs comes next.
 *
 * Returns the priority of a waiting job; the highest starts, of equal ones the first.
 *
 * duration  more than 0
 * weight    cost of each moment it is late, more than 0
 * due       when it should be done, counted from the start of the schedule
 * now       when it would start
 */
double priority(double duration, double weight, double due, double now);

#endif
