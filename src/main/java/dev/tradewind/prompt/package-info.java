/// Every word said to a language model: Markdown files with a front matter and blanks to fill in.
///
/// A file says what it is for and which variables it uses, so that a reader knows what a model gets
/// to see, and a mistyped name is found before any call is paid for. [PromptName] says which
/// prompts there are and what each may use; [PromptLibrary] reads a campaign's own files, and takes
/// the shipped ones where a campaign has none.
///
/// Everything here is immutable once read and safe to share between threads. Rendering escapes
/// nothing, and equal values give equal text.
///
/// ```java
/// Prompt patch = PromptLibrary.shipped().prompt(PromptName.PATCH);
/// String text = patch.render(values);
/// ```
@NullMarked
package dev.tradewind.prompt;

import org.jspecify.annotations.NullMarked;
