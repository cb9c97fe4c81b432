package dev.tradewind.guard;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// Hash of what a candidate does: equal for programs that differ in comments, layout, names of
/// locals, fields, private or static methods, lambdas and further classes only.
///
/// Classes are told in the order the program comes to name them, from its entry on; members in the
/// order they are declared. It does not see through: a change of that order, other names of record
/// components, enum constants or methods that may override, code that is never run, and anything
/// else the compiler translates differently, such as `a + b` and `b + a`.
final class Fingerprint {

    private final Map<String, ClassFiles.Parsed> classes;
    private final StableNames names;
    private final StringBuilder text = new StringBuilder(1 << 12);
    private int told;

    private Fingerprint(Map<String, ClassFiles.Parsed> classes) {
        this.classes = classes;
        this.names = new StableNames(classes);
    }

    /// 64 hexadecimal digits.
    ///
    /// @param classes by name, such as `candidate/Heuristic`
    /// @param entry the class told first
    static String of(Map<String, ClassFiles.Parsed> classes, String entry) {
        Fingerprint fingerprint = new Fingerprint(classes);
        fingerprint.tell(entry);
        byte[] told = fingerprint.text.toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(told));
    }

    /// Classes nothing leads to are told last.
    private void tell(String entry) {
        tellFrom(entry);
        classes.keySet().forEach(this::tellFrom);
    }

    private void tellFrom(String first) {
        names.type(first);
        while (told < names.met().size()) {
            ClassFiles.Parsed next = classes.get(names.met().get(told));
            told++;
            if (next != null) {
                tell(next);
            }
        }
    }

    private void tell(ClassFiles.Parsed parsed) {
        text.append("class ").append(names.type(parsed.name()));
        parsed.model()
                .superclass()
                .map(ClassEntry::asInternalName)
                .ifPresent(parent -> text.append(' ').append(names.type(parent)));
        for (ClassEntry parent : parsed.model().interfaces()) {
            text.append(' ').append(names.type(parent.asInternalName()));
        }
        text.append('\n');
        parsed.model().fields().forEach(this::tell);
        for (ClassFiles.Method method : parsed.methods()) {
            Member named =
                    new Member(
                            parsed.name(),
                            method.model().methodName().stringValue(),
                            method.model().methodType().stringValue());
            text.append("method ").append(names.member(named));
            text.append(isStatic(method.model().flags().flagsMask())).append('\n');
            method.code().ifPresent(code -> new CodeTeller(names, code, text).tell());
        }
    }

    private void tell(FieldModel field) {
        text.append("field ").append(names.descriptor(field.fieldType().stringValue()));
        text.append(isStatic(field.flags().flagsMask()));
        field.findAttribute(Attributes.constantValue())
                .ifPresent(value -> text.append(value.constant().constantValue()));
        text.append('\n');
    }

    private static String isStatic(int flags) {
        return (flags & ClassFile.ACC_STATIC) == 0 ? "" : " static ";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
