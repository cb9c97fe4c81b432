package dev.tradewind.guard;

import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandleInfo;
import java.util.Optional;
import java.util.Set;

/// Looks for anything in a class that candidates may not use. Code can name nothing that is not in
/// the constant pool of its class, so all of that is looked at, whether code uses it or not.
final class ClassCheck {

    private static final String ALLOWED =
            " Only computation is allowed: the task's own types, java.lang.Math, strings,"
                    + " collections and streams.";

    /// What javac makes lambdas, string concatenation, methods of records, and switches of.
    private static final Set<String> BOOTSTRAPS =
            Set.of(
                    "java/lang/invoke/LambdaMetafactory",
                    "java/lang/invoke/StringConcatFactory",
                    "java/lang/runtime/ObjectMethods",
                    "java/lang/runtime/SwitchBootstraps");

    private final ClassFiles.Parsed parsed;
    private final Members members;
    private final String name;

    ClassCheck(ClassFiles.Parsed parsed, Members members) {
        this.parsed = parsed;
        this.members = members;
        this.name = Notation.type(parsed.name());
    }

    /// The first objection, as one line: class, what was found, what is allowed.
    Optional<String> objection() {
        return named().or(this::inherited)
                .or(this::declared)
                .or(
                        () ->
                                parsed.methods().stream()
                                        .flatMap(method -> method.code().stream())
                                        .flatMap(
                                                code ->
                                                        new CodeCheck(members, code)
                                                                .objection().stream())
                                        .findFirst())
                .map(objection -> name + " " + objection);
    }

    /// Members are looked at before types: their names say more about what was tried.
    private Optional<String> named() {
        Optional<String> types = Optional.empty();
        for (PoolEntry entry : parsed.model().constantPool()) {
            Optional<String> objection =
                    switch (entry) {
                        case MemberRefEntry member -> unlessAllowed(Member.of(member));
                        case MethodHandleEntry handle -> unlessHarmless(handle);
                        case InvokeDynamicEntry call -> unlessKnown(call);
                        case ConstantDynamicEntry _ ->
                                Optional.of(
                                        "uses a dynamic constant, which candidates may not. Maybe"
                                                + " name enum constants in a switch over nothing"
                                                + " but that enum.");
                        default -> Optional.empty();
                    };
            if (objection.isPresent()) {
                return objection;
            }
            if (types.isEmpty() && entry instanceof ClassEntry type) {
                types = unlessAllowed(type.asInternalName());
            }
        }
        return types;
    }

    private Optional<String> unlessAllowed(Member member) {
        if (members.allows(member)) {
            return Optional.empty();
        }
        String verb = member.isMethod() ? member.isConstructor() ? "makes" : "calls" : "reads";
        return Optional.of(refused(verb, Notation.member(member), members.refusal(member)));
    }

    private Optional<String> unlessAllowed(String type) {
        return members.allows(type)
                ? Optional.empty()
                : Optional.of(refused("uses", Notation.type(type), AllowList.jdk().refusal(type)));
    }

    private static String refused(String verb, String what, Optional<String> why) {
        return "%s %s, which candidates may not use".formatted(verb, what)
                + why.map(reason -> ": " + reason).orElse("." + ALLOWED);
    }

    private Optional<String> unlessHarmless(MethodHandleEntry handle) {
        return handle.kind() == MethodHandleInfo.REF_putField
                        || handle.kind() == MethodHandleInfo.REF_putStatic
                ? Optional.of("has a handle that writes a field, which candidates may not.")
                : Optional.empty();
    }

    /// The type a lambda is made for is named in no other place.
    private Optional<String> unlessKnown(InvokeDynamicEntry call) {
        BootstrapMethodEntry bootstrap = call.bootstrap();
        String owner = bootstrap.bootstrapMethod().reference().owner().asInternalName();
        if (!BOOTSTRAPS.contains(owner)) {
            return Optional.of(
                    "is linked by %s, which candidates may not use."
                            .formatted(Notation.type(owner)));
        }
        ClassDesc made = call.typeSymbol().returnType();
        return made.isPrimitive() ? Optional.empty() : unlessAllowed(Notation.inClassFiles(made));
    }

    private Optional<String> inherited() {
        String parent =
                parsed.model().superclass().map(ClassEntry::asInternalName).orElse("nothing");
        if (members.circular(parsed.name())) {
            return Optional.of("inherits from itself.");
        }
        return members.extensible(parent)
                ? Optional.empty()
                : Optional.of(
                        "extends %s, which candidates may not. Maybe hold one in a field."
                                .formatted(Notation.type(parent)));
    }

    private Optional<String> declared() {
        return parsed.methods().stream().flatMap(one -> declared(one.model()).stream()).findFirst();
    }

    private static Optional<String> declared(MethodModel method) {
        String called = method.methodName().stringValue();
        int flags = method.flags().flagsMask();
        if ((flags & ClassFile.ACC_NATIVE) != 0) {
            return Optional.of("has a native method, %s; candidates are Java.".formatted(called));
        }
        if ((flags & ClassFile.ACC_SYNCHRONIZED) != 0) {
            return Optional.of(
                    "has a synchronized method, %s; there is one thread. Maybe delete the word."
                            .formatted(called));
        }
        if (called.equals("finalize") && method.methodType().equalsString("()V")) {
            return Optional.of("has a finalizer; the virtual machine would run it elsewhere.");
        }
        return Optional.empty();
    }
}
