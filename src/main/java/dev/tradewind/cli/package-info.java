/// Commands, terminal output, exit codes; nothing else in the house prints. Results go to standard
/// output, everything said about them to standard error, so that output can be piped. Exit codes
/// are listed in [Exit].
@NullMarked
package dev.tradewind.cli;

import org.jspecify.annotations.NullMarked;
