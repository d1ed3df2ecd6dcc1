using System.Numerics;
using System.Reflection.Emit;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation.Kernels;

namespace Isonomia.Simulation.Compilation.Emission;

internal sealed partial class LoopEmitter
{
    // Most vectors have no spike and jump over this. Padding is reset like any cell, so that it stays finite, but not
    // listed.
    private void Spikes(Dictionary<string, Place> places)
    {
        var mask = il.DeclareLocal(lanes.Mask);
        var bits = il.DeclareLocal(typeof(ulong));
        var (none, listed, more) = (il.DefineLabel(), il.DefineLabel(), il.DefineLabel());
        new ExpressionEmitter(il, lanes, places).Mask(program.Spike!);
        il.Emit(OpCodes.Stloc, mask);
        il.Emit(OpCodes.Ldloc, mask);
        lanes.MaskToBits(il);
        il.Emit(OpCodes.Stloc, bits);
        il.Emit(OpCodes.Ldloc, bits);
        il.Emit(OpCodes.Brfalse, none);

        if (!program.Reset.Stores.IsEmpty)
        {
            var after = new Dictionary<string, Place>(shared);
            ResetDraws(after);
            Load(after, FreeVariables.Of([.. program.Reset.Values]).Union(program.Reset.Stores.Select(s => s.Name)));
            Lets(after, program.Reset.Lets);
            Store(after, program.Reset.Stores, mask);
        }

        Padding(bits);
        il.Emit(OpCodes.Br, more);
        il.MarkLabel(listed);

        // spikes[count++] = cell + (index of the lowest bit); clear that bit.
        Field(nameof(StepFrame.Spikes));
        il.Emit(OpCodes.Ldloc, count);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Ldc_I4_4);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldloc, cell);
        il.Emit(OpCodes.Ldloc, bits);
        il.Emit(OpCodes.Call,
            typeof(BitOperations).GetMethod(nameof(BitOperations.TrailingZeroCount), [typeof(ulong)])!);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stind_I4);
        Advance(count, 1, typeof(int));
        il.Emit(OpCodes.Ldloc, bits);
        il.Emit(OpCodes.Ldloc, bits);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Stloc, bits);
        il.MarkLabel(more);
        il.Emit(OpCodes.Ldloc, bits);
        il.Emit(OpCodes.Brtrue, listed);
        il.MarkLabel(none);
    }

    // bits &= Below(Cells - cell): cells behind the last are none.
    private void Padding(LocalBuilder bits)
    {
        il.Emit(OpCodes.Ldloc, bits);
        Field(nameof(StepFrame.Cells));
        il.Emit(OpCodes.Ldloc, cell);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Call, typeof(Padding).GetMethod(nameof(Kernels.Padding.Below))!);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Stloc, bits);
    }
}
