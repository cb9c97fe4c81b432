package dev.tradewind.guard;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Class files taken apart, once for all who look at them.
final class ClassFiles {

    /// Stack maps are kept and completed by who inserts code; jumps that become too long are an
    /// error, because what replaces them would need stack maps as well.
    static final ClassFile FORMAT =
            ClassFile.of(
                    ClassFile.StackMapsOption.DROP_STACK_MAPS,
                    ClassFile.ShortJumpsOption.FAIL_ON_SHORT_JUMPS,
                    ClassFile.DeadCodeOption.KEEP_DEAD_CODE,
                    ClassFile.DebugElementsOption.DROP_DEBUG,
                    ClassFile.LineNumbersOption.DROP_LINE_NUMBERS);

    private ClassFiles() {}

    /// A class and its methods.
    record Parsed(ClassModel model, List<Method> methods) {

        /// Such as `candidate/Heuristic$Bin`.
        String name() {
            return model.thisClass().asInternalName();
        }
    }

    /// A method, and its code if it has any.
    record Method(MethodModel model, Optional<Code> code) {}

    /// The code of a method: exception handlers, then labels and instructions in order.
    record Code(CodeAttribute attribute, List<CodeElement> elements) {}

    /// Takes a class file apart.
    ///
    /// @throws IllegalArgumentException when it is none
    static Parsed parse(byte[] file) {
        ClassModel model = FORMAT.parse(file);
        return new Parsed(model, model.methods().stream().map(ClassFiles::method).toList());
    }

    private static Method method(MethodModel model) {
        return new Method(model, model.findAttribute(Attributes.code()).map(ClassFiles::code));
    }

    private static Code code(CodeAttribute attribute) {
        List<CodeElement> elements = new ArrayList<>();
        attribute.forEach(elements::add);
        return new Code(attribute, elements);
    }
}
