using System.Reflection.Emit;
using Isonomia.Simulation.Compilation.Kernels;

namespace Isonomia.Simulation.Compilation.Emission;

internal sealed partial class LoopEmitter
{
    private void Field(string name)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, typeof(StepFrame).GetField(name)!);
    }

    private LocalBuilder FieldLocal(string name)
    {
        var local = il.DeclareLocal(typeof(StepFrame).GetField(name)!.FieldType);
        Field(name);
        il.Emit(OpCodes.Stloc, local);
        return local;
    }

    // An address out of a table of addresses.
    private void Pointer(string table, int index)
    {
        Field(table);
        il.Emit(OpCodes.Ldc_I4, index * nint.Size);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_I);
    }

    private void Address(LocalBuilder start, int offset)
    {
        il.Emit(OpCodes.Ldloc, start);
        if (offset != 0)
        {
            il.Emit(OpCodes.Ldc_I4, offset);
            il.Emit(OpCodes.Add);
        }
    }

    // The address of a cell's number in an array.
    private void ArrayAddress(LocalBuilder array, LocalBuilder index) => ArrayAddress(array, index, lanes.ElementBytes);

    private void ArrayAddress(LocalBuilder array, LocalBuilder index, int elementBytes)
    {
        il.Emit(OpCodes.Ldloc, array);
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Ldc_I4, elementBytes);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
    }

    private void LoadRow(int offset)
    {
        Address(block, offset);
        lanes.Load(il);
    }

    // Computes a value into a local of its own and says where it is.
    private void Keep(Dictionary<string, Place> places, string name, Action compute, bool isMask = false)
    {
        var local = il.DeclareLocal(isMask ? lanes.Mask : lanes.Value);
        compute();
        il.Emit(OpCodes.Stloc, local);
        places[name] = new Place(() => il.Emit(OpCodes.Ldloc, local), isMask);
    }

    private void Advance(LocalBuilder local, int by, Type type)
    {
        if (by == 0)
            return;
        il.Emit(OpCodes.Ldloc, local);
        il.Emit(OpCodes.Ldc_I4, by);
        if (type == typeof(nint))
            il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, local);
    }
}
