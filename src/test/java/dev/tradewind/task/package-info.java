/// Tests of the tasks that come with tradewind.
@NullMarked
package dev.tradewind.task;

import org.jspecify.annotations.NullMarked;
