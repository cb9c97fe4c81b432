package dev.tradewind.guard;

import java.lang.classfile.constantpool.MemberRefEntry;

/// A method or field as class files name it.
///
/// @param owner such as `java/lang/System`; not always the class that declares it
/// @param descriptor such as `(I)V`, or `I` for a field
record Member(String owner, String name, String descriptor) {

    static Member of(MemberRefEntry entry) {
        return new Member(
                entry.owner().asInternalName(),
                entry.name().stringValue(),
                entry.type().stringValue());
    }

    Member in(String other) {
        return new Member(other, name, descriptor);
    }

    /// How it is known within its class.
    String key() {
        return name + descriptor;
    }

    boolean isMethod() {
        return descriptor.startsWith("(");
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }
}
