@NullMarked
package dev.tradewind.guard.answer;

import org.jspecify.annotations.NullMarked;
