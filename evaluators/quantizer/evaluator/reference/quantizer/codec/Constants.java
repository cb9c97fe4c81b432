package quantizer.codec;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.DoubleEntry;
import java.lang.classfile.constantpool.FloatEntry;
import java.lang.classfile.constantpool.IntegerEntry;
import java.lang.classfile.constantpool.LongEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.Map;

/// How many bytes of numbers and text a candidate's classes hold: tables are a part of its code
/// that every model it decodes must carry.
///
/// Counted: each number and string of the constant pools once, each number written into an
/// instruction (one byte, or two), and four bytes for each case of a switch. Numbers from -1 to 5
/// are free, since loops are full of them; an array of such needs its places written out, and those
/// are counted.
final class Constants {

    private static final int CASE = 4;

    private Constants() {}

    static int bytes(Map<String, byte[]> classes) {
        return classes.values().stream().mapToInt(Constants::bytes).sum();
    }

    private static int bytes(byte[] file) {
        var model = ClassFile.of().parse(file);
        int bytes = 0;
        for (PoolEntry entry : model.constantPool()) {
            bytes += bytes(entry);
        }
        for (MethodModel method : model.methods()) {
            bytes += method.code().map(Constants::bytes).orElse(0);
        }
        return bytes;
    }

    private static int bytes(PoolEntry entry) {
        return switch (entry) {
            case IntegerEntry _, FloatEntry _ -> Integer.BYTES;
            case LongEntry _, DoubleEntry _ -> Long.BYTES;
            case StringEntry text -> text.utf8().stringValue().length() * Character.BYTES;
            default -> 0;
        };
    }

    private static int bytes(CodeModel code) {
        int bytes = 0;
        for (CodeElement element : code) {
            bytes +=
                    switch (element) {
                        case ConstantInstruction.ArgumentConstantInstruction number ->
                                number.sizeInBytes() - 1;
                        case TableSwitchInstruction choice -> choice.cases().size() * CASE;
                        case LookupSwitchInstruction choice -> choice.cases().size() * CASE;
                        default -> 0;
                    };
        }
        return bytes;
    }
}
