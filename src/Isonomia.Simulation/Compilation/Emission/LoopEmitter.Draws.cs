using System.Reflection.Emit;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation.Kernels;

namespace Isonomia.Simulation.Compilation.Emission;

internal sealed partial class LoopEmitter
{
    // Chunks of cells: first their draws, into scratch that stays in the nearest cache, then the cells.
    private void Chunks(LocalBuilder[] sums)
    {
        var (top, test, whole) = (il.DefineLabel(), il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(top);
        il.Emit(OpCodes.Ldloc, cell);
        il.Emit(OpCodes.Stloc, chunk);
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
        {
            Fill(draw, () => il.Emit(OpCodes.Ldloc, cell), () =>
            {
                il.Emit(OpCodes.Ldloc, end);
                il.Emit(OpCodes.Ldloc, cell);
                il.Emit(OpCodes.Sub);
            });
        }

        Cells(sums);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, cell);
        Field(nameof(StepFrame.EndCell));
        il.Emit(OpCodes.Blt, top);
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
            Fill(draw, () => il.Emit(OpCodes.Ldloc, first), () => il.Emit(OpCodes.Ldc_I4, CellsInBlock));
        Draws(places, program.Reset.Draws, first);
    }

    private void Draws(Dictionary<string, Place> places, IEnumerable<Expression> draws, LocalBuilder first)
    {
        foreach (var draw in draws)
        {
            var offset = Room(draw);
            Keep(places, ExpressionEmitter.Key(draw), () =>
            {
                Scratch(offset);
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

    private void Fill(Expression draw, Action first, Action number)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, Site(draw));
        first();
        number();
        Scratch(Room(draw));
        il.Emit(OpCodes.Call, typeof(CellDraws).GetMethod($"{draw.Operator}{lanes.Element.Name}")!);
    }

    // The means go into scratch, and the counts come back in their place.
    private void PoissonDraw(ExpressionEmitter emitter, Expression draw)
    {
        var room = Room(draw);
        lanes.Store(il, () => Scratch(room), () => emitter.Value(draw[0]));
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, Site(draw));
        il.Emit(OpCodes.Ldloc, cell);
        il.Emit(OpCodes.Ldc_I4, lanes.Count);
        Scratch(room);
        il.Emit(OpCodes.Call, typeof(CellDraws).GetMethod($"Poisson{lanes.Element.Name}")!);
        Scratch(room);
        lanes.Load(il);
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

    private int Room(Expression draw) => Site(draw) * StepFrame.ChunkCells * lanes.ElementBytes;

    private void Scratch(int offset)
    {
        Field(nameof(StepFrame.Scratch));
        il.Emit(OpCodes.Ldc_I4, offset);
        il.Emit(OpCodes.Add);
    }
}
