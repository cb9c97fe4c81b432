/// The user's YAML, read, checked and defaulted into one record.
@NullMarked
package dev.tradewind.campaign;

import org.jspecify.annotations.NullMarked;
