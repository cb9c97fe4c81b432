/// From a run's journal to figures, tables and pages that open without a running process. Reads
/// what earlier rooms recorded and writes only below a run's `report/` and `best/` folders. Nothing
/// here prints, and everything but [RunReport] and [RunFolder] is a value.
///
/// ```java
/// RunDocument document = RunDocument.read(folder.outcome());
/// RunReport.write(folder, document, picture);
/// ```
@NullMarked
package dev.tradewind.report;

import org.jspecify.annotations.NullMarked;
