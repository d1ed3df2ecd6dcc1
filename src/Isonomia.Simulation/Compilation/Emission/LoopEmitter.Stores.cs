using System.Reflection.Emit;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation.Kernels;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation.Emission;

internal sealed partial class LoopEmitter
{
    // New values of rows or outputs; where a mask is given, only where it is true. All are computed before any is
    // stored: a row may be read after another has its new value.
    private void Store(Dictionary<string, Place> places, IEnumerable<Definition> stores, LocalBuilder? where)
    {
        var emitter = new ExpressionEmitter(il, lanes, places);
        var stored = new Dictionary<string, Place>();
        foreach (var (name, value) in stores)
        {
            var isThere = value.Operator == Operator.Variable && !places[value.Name].IsMask;
            if (!isThere)
                Keep(places, "=" + name, () => emitter.Value(value));
            stored.Add(name, places[isThere ? value.Name : "=" + name]);
        }

        foreach (var (name, value) in stored)
            lanes.Store(il, () => Target(name), () => Masked(places, where, name, value));
    }

    private void Masked(Dictionary<string, Place> places, LocalBuilder? where, string row, Place value)
    {
        if (where is null)
        {
            value.Load();
            return;
        }

        il.Emit(OpCodes.Ldloc, where);
        value.Load();
        if (places.TryGetValue(row, out var old))
            old.Load();
        else
            LoadRow(program.Rows.IndexOf(row) * StepFrame.RowBytes);
        lanes.Select(il);
    }

    private void Target(string name)
    {
        var row = program.Rows.IndexOf(name);
        if (row >= 0)
        {
            Address(block, row * StepFrame.RowBytes);
            return;
        }

        var output = program.Update.Stores.IndexOf(program.Update.Stores.First(s => s.Name == name));
        var array = il.DeclareLocal(typeof(nint));
        Pointer(nameof(StepFrame.Outputs), output);
        il.Emit(OpCodes.Stloc, array);
        ArrayAddress(array, cell);
    }
}
