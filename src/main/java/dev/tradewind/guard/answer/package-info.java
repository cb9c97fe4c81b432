/// Reads the answers of language models: whatever way a model chose to say what it changed, out
/// comes a program whose fixed text is its parent's, or the cause why not.
///
/// Promises: pure, safe for any number of threads, in time that grows with the length of the answer
/// alone, and no text makes it throw.
///
/// ```java
/// switch (AnswerReader.read(answer, parent, false)) {
///     case Reading.Read read -> admit(read.program());
///     case Reading.Unreadable unreadable -> repair(unreadable.detail());
/// }
/// ```
@NullMarked
package dev.tradewind.guard.answer;

import org.jspecify.annotations.NullMarked;
