using System.Reflection.Emit;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation.Kernels;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation.Emission;

internal sealed partial class LoopEmitter
{
    // Chunks of cells, so that what passes and functions leave for one another stays in the nearest cache.
    private void Chunks()
    {
        var (top, test, whole) = (il.DefineLabel(), il.DefineLabel(), il.DefineLabel());
        var chunkBlock = il.DeclareLocal(typeof(nint));
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(top);
        il.Emit(OpCodes.Ldloc, cell);
        il.Emit(OpCodes.Stloc, chunk);
        il.Emit(OpCodes.Ldloc, block);
        il.Emit(OpCodes.Stloc, chunkBlock);
        il.Emit(OpCodes.Ldloc, cell);
        il.Emit(OpCodes.Ldc_I4, StepFrame.ChunkCells);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, end);
        il.Emit(OpCodes.Ldloc, end);
        Field(nameof(StepFrame.EndCell));
        il.Emit(OpCodes.Ble, whole);
        Field(nameof(StepFrame.EndCell));
        il.Emit(OpCodes.Stloc, end);
        il.MarkLabel(whole);
        foreach (var draw in program.Update.Draws)
            Draw(draw, program.Phases.Slot(ExpressionEmitter.Key(draw)), chunk, ChunkLength);

        var phases = program.Phases.Phases;
        for (var p = 0; p < phases.Length; p++)
        {
            il.Emit(OpCodes.Ldloc, chunk);
            il.Emit(OpCodes.Stloc, cell);
            il.Emit(OpCodes.Ldloc, chunkBlock);
            il.Emit(OpCodes.Stloc, block);
            Field(nameof(StepFrame.Scratch));
            il.Emit(OpCodes.Stloc, lane);
            Pass(phases[p], p == phases.Length - 1);
            foreach (var call in phases[p].Calls)
                Call(call);
        }

        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, cell);
        Field(nameof(StepFrame.EndCell));
        il.Emit(OpCodes.Blt, top);
    }

    private void ChunkLength()
    {
        il.Emit(OpCodes.Ldloc, end);
        il.Emit(OpCodes.Ldloc, chunk);
        il.Emit(OpCodes.Sub);
    }

    private void Call(PhaseCall call)
    {
        var op = call.Node.Operator;
        if (op == Operator.Poisson)
        {
            Draw(call.Node, call.Slot, chunk, ChunkLength);
            return;
        }

        Scratch(call.Slot);
        if (call.Second >= 0)
            Scratch(call.Second);
        ChunkLength();
        il.Emit(OpCodes.Call, op == Operator.Power
            ? typeof(FunctionLoops).GetMethod($"Power{lanes.Element.Name}")!
            : typeof(FunctionLoops).GetMethod(call.Second >= 0 ? "Binary" : "Unary")!
                .MakeGenericMethod(FunctionTypes.Of(op), lanes.Element));
    }

    // In a reset only the block of the spiking cell is drawn for.
    private void ResetDraws(Dictionary<string, Place> places)
    {
        if (program.Reset.Draws.IsEmpty)
            return;
        var first = il.DeclareLocal(typeof(int));
        il.Emit(OpCodes.Ldloc, cell);
        il.Emit(OpCodes.Ldc_I4, -CellsInBlock);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Stloc, first);
        foreach (var draw in program.Reset.Draws)
        {
            var slot = ResetSlot(draw);
            Draw(draw, slot, first, () => il.Emit(OpCodes.Ldc_I4, CellsInBlock));
            Keep(places, ExpressionEmitter.Key(draw), () =>
            {
                Scratch(slot);
                il.Emit(OpCodes.Ldloc, cell);
                il.Emit(OpCodes.Ldloc, first);
                il.Emit(OpCodes.Sub);
                il.Emit(OpCodes.Ldc_I4, lanes.ElementBytes);
                il.Emit(OpCodes.Mul);
                il.Emit(OpCodes.Conv_I);
                il.Emit(OpCodes.Add);
                lanes.Load(il);
            });
        }
    }

    // In a reset: the means go into scratch, and the counts come back in their place.
    private void PoissonDraw(ExpressionEmitter emitter, Expression draw)
    {
        var slot = ResetSlot(draw);
        lanes.Store(il, () => Scratch(slot), () => emitter.Value(draw[0]));
        Draw(draw, slot, cell, () => il.Emit(OpCodes.Ldc_I4, lanes.Count));
        Scratch(slot);
        lanes.Load(il);
    }

    private void Draw(Expression draw, int slot, LocalBuilder first, Action number)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, Site(draw));
        il.Emit(OpCodes.Ldloc, first);
        number();
        Scratch(slot);
        il.Emit(OpCodes.Call, typeof(CellDraws).GetMethod($"{draw.Operator}{lanes.Element.Name}")!);
    }

    // Draws that all cells share: among the values of the step.
    private void SharedDraws(Dictionary<string, Place> places, ExpressionEmitter emitter)
    {
        var draws = Postorder.Of([.. program.StepValues.Select(d => d.Value)])
            .Where(n => n.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson);
        foreach (var draw in draws)
        {
            places[ExpressionEmitter.Key(draw)] = new Place(() =>
            {
                if (draw.Operator == Operator.Poisson)
                    emitter.Value(draw[0]);
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(OpCodes.Ldc_I4, Site(draw));
                il.Emit(OpCodes.Call, typeof(CellDraws).GetMethod($"Shared{draw.Operator}")!);
            });
        }
    }

    private int Site(Expression draw) => program.Sites.IndexOf(draw.Name);

    private int ResetSlot(Expression draw) => program.Phases.Slots + program.Reset.Slots.IndexOf(draw.Name);

    private int Offset(int slot) => slot * StepFrame.ChunkCells * lanes.ElementBytes;

    private void Scratch(int slot)
    {
        Field(nameof(StepFrame.Scratch));
        il.Emit(OpCodes.Ldc_I4, Offset(slot));
        il.Emit(OpCodes.Add);
    }
}
