@NullMarked
package dev.tradewind.proposer.settings;

import org.jspecify.annotations.NullMarked;
