using System.Collections.Immutable;
using System.Reflection.Emit;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation.Kernels;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation.Emission;

/// <summary>
/// Emits the loops over cells: values of the step; then, for chunks of cells, the passes of the plan with functions
/// computed in between; in the last the new states are stored and, out of the way, for the few vectors in which a cell
/// spikes, reset and list of spikes. A program without functions and draws is one pass over all cells.
/// </summary>
internal sealed partial class LoopEmitter
{
    // Sums over finite numbers times zero, side by side so that one need not wait for the other.
    private const int CheckSums = 4;
    private readonly LoopProgram program;
    private readonly Lanes lanes;
    private readonly DynamicMethod method;
    private readonly ILGenerator il;
    private readonly Dictionary<string, Place> shared = [];
    private readonly Dictionary<string, Action> arrivals = [];
    private readonly LocalBuilder block;
    private readonly LocalBuilder cell;
    private readonly LocalBuilder end;
    private readonly LocalBuilder count;
    private readonly LocalBuilder chunk;
    private readonly LocalBuilder lane;
    private LocalBuilder[] sums = [];

    private LoopEmitter(LoopProgram program, Lanes lanes, string name)
    {
        this.program = program;
        this.lanes = lanes;
        method = new DynamicMethod(name, typeof(int), [typeof(nint)], typeof(LoopEmitter).Module, skipVisibility: true);
        il = method.GetILGenerator(4096);
        block = il.DeclareLocal(typeof(nint));
        cell = il.DeclareLocal(typeof(int));
        end = il.DeclareLocal(typeof(int));
        count = il.DeclareLocal(typeof(int));
        chunk = il.DeclareLocal(typeof(int));
        lane = il.DeclareLocal(typeof(nint));
    }

    private int CellsInBlock => StepFrame.RowBytes / lanes.ElementBytes;

    /// <summary>Makes code of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="lanes">The element type and width of the code.</param>
    /// <param name="name">What the method is called in a profiler.</param>
    public static LoopFunction Emit(LoopProgram program, Lanes lanes, string name)
    {
        var emitter = new LoopEmitter(program, lanes, name);
        emitter.Whole();
        return emitter.method.CreateDelegate<LoopFunction>();
    }

    private void Whole()
    {
        Prologue();
        sums = new LocalBuilder[Math.Min(CheckSums, program.Checked.Length)];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = il.DeclareLocal(lanes.Value);
            lanes.Constant(il, 0.0);
            il.Emit(OpCodes.Stloc, sums[i]);
        }

        Field(nameof(StepFrame.Blocks));
        il.Emit(OpCodes.Stloc, block);
        Field(nameof(StepFrame.FirstCell));
        il.Emit(OpCodes.Stloc, cell);
        if (program.Phases.Slots == 0)
        {
            Field(nameof(StepFrame.EndCell));
            il.Emit(OpCodes.Stloc, end);
            Pass(program.Phases.Phases[0], true);
        }
        else
        {
            Chunks();
        }

        Verdict();
        il.Emit(OpCodes.Ldloc, count);
        il.Emit(OpCodes.Ret);
    }

    // One pass over the cells up to the local "end".
    private void Pass(Phase phase, bool isLast)
    {
        var (top, test) = (il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(top);
        Body(phase, isLast);

        Advance(cell, lanes.Count, typeof(int));
        if (program.Phases.Slots > 0)
            Advance(lane, lanes.Bytes, typeof(nint));
        if (lanes.Bytes < StepFrame.RowBytes)
            NextVector();
        else
            Advance(block, program.Rows.Length * StepFrame.RowBytes, typeof(nint));
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, cell);
        il.Emit(OpCodes.Ldloc, end);
        il.Emit(OpCodes.Blt, top);
    }

    // Within a row, or from the last vector of a block's first row to the next block.
    private void NextVector()
    {
        var inside = il.DefineLabel();
        Advance(block, lanes.Bytes, typeof(nint));
        il.Emit(OpCodes.Ldloc, cell);
        il.Emit(OpCodes.Ldc_I4, CellsInBlock - 1);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Brtrue, inside);
        Advance(block, (program.Rows.Length - 1) * StepFrame.RowBytes, typeof(nint));
        il.MarkLabel(inside);
    }

    private void Body(Phase phase, bool isLast)
    {
        var places = new Dictionary<string, Place>(shared);
        var calls = phase.Calls.SelectMany(c => c.Node.Operands);
        Expression[] results = isLast
            ? [.. program.Update.Stores.Select(s => s.Value), .. program.Spike is null ? [] : new[] { program.Spike }]
            : [];
        Expression[] values = [.. phase.Lets.Select(l => l.Value), .. calls, .. results];
        var names = FreeVariables.Of(values);
        Load(places, isLast ? names.Union(program.Checked) : names);
        Slots(places, values, phase);
        if (isLast)
            Check(places);

        Lets(places, phase.Lets);
        var emitter = new ExpressionEmitter(il, lanes, places);
        foreach (var keep in phase.Keeps)
        {
            var value = phase.Lets.First(l => l.Name == keep.Name).Read;
            lanes.Store(il, () => Address(lane, Offset(keep.Slot)), () => emitter.Value(value));
        }

        foreach (var call in phase.Calls)
        {
            lanes.Store(il, () => Address(lane, Offset(call.Slot)), () => emitter.Value(call.Node[0]));
            if (call.Second >= 0)
                lanes.Store(il, () => Address(lane, Offset(call.Second)), () => emitter.Value(call.Node[1]));
        }

        if (!isLast)
            return;
        Store(places, program.Update.Stores, null);
        foreach (var name in program.Arrivals)
            lanes.ClearCounts(il, arrivals[name]);

        if (program.Spike is not null)
            Spikes(places);
    }

    // What earlier passes and functions left in scratch, and draws.
    private void Slots(Dictionary<string, Place> places, Expression[] values, Phase phase)
    {
        foreach (var leaf in Postorder.Of(values).Where(n => n.Operands.IsEmpty))
        {
            var key = ExpressionEmitter.Key(leaf);
            var slot = program.Phases.Slot(key);
            if (slot < 0 || phase.Lets.Any(l => l.Name == key))
                continue;
            Keep(places, key, () =>
            {
                Address(lane, Offset(slot));
                lanes.Load(il);
            });
        }
    }

    // Finite numbers times zero are zero, others NaN, and a sum with NaN in it is NaN.
    private void Check(Dictionary<string, Place> places)
    {
        for (var i = 0; i < program.Checked.Length; i++)
        {
            places[program.Checked[i]].Load();
            lanes.Constant(il, 0.0);
            il.Emit(OpCodes.Ldloc, sums[i % sums.Length]);
            lanes.MultiplyAdd(il);
            il.Emit(OpCodes.Stloc, sums[i % sums.Length]);
        }
    }

    // Rows and streams of some names, each loaded once.
    private void Load(Dictionary<string, Place> places, ImmutableSortedSet<string> names)
    {
        for (var i = 0; i < program.Rows.Length; i++)
        {
            var offset = i * StepFrame.RowBytes;
            if (names.Contains(program.Rows[i]))
                Keep(places, program.Rows[i], () => LoadRow(offset));
        }

        foreach (var stream in program.Streams.Concat(arrivals.Keys).Where(names.Contains))
            Keep(places, stream, shared[stream].Load);
    }

    private void Lets(Dictionary<string, Place> places, IEnumerable<Definition> lets)
    {
        var emitter = new ExpressionEmitter(il, lanes, places);
        foreach (var (name, value) in lets)
        {
            if (value.Operator == Operator.Poisson)
                Keep(places, name, () => PoissonDraw(emitter, value));
            else if (value.Kind == ValueKind.Boolean)
                Keep(places, name, () => emitter.Mask(value), isMask: true);
            else
                Keep(places, name, () => emitter.Value(value));
        }
    }

    private void Verdict()
    {
        if (sums.Length == 0)
            return;
        var finite = il.DefineLabel();
        for (var i = 0; i < sums.Length; i++)
        {
            il.Emit(OpCodes.Ldloc, sums[i]);
            if (i > 0)
                lanes.Operation(il, Operator.Add);
        }

        // NaN is the one number that does not equal itself.
        il.Emit(OpCodes.Stloc, sums[0]);
        il.Emit(OpCodes.Ldloc, sums[0]);
        il.Emit(OpCodes.Ldloc, sums[0]);
        lanes.Compare(il, Operator.NotEqual);
        lanes.MaskToBits(il);
        il.Emit(OpCodes.Brfalse, finite);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Stfld, typeof(StepFrame).GetField(nameof(StepFrame.NonFinite))!);
        il.MarkLabel(finite);
    }
}
