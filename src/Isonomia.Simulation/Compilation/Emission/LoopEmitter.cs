using System.Collections.Immutable;
using System.Reflection.Emit;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation.Kernels;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation.Emission;

/// <summary>
/// Emits the loop over cells: values of the step; then for each vector of cells loads, intermediate values and stores;
/// and out of the way, for the few vectors in which a cell spikes, reset and list of spikes.
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
    private readonly LocalBuilder block;
    private readonly LocalBuilder cell;
    private readonly LocalBuilder end;
    private readonly LocalBuilder count;
    private readonly LocalBuilder chunk;

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
        var sums = new LocalBuilder[Math.Min(CheckSums, program.Checked.Length)];
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
        if (program.Update.Draws.IsEmpty)
        {
            Field(nameof(StepFrame.EndCell));
            il.Emit(OpCodes.Stloc, end);
            Cells(sums);
        }
        else
        {
            Chunks(sums);
        }

        Verdict(sums);
        il.Emit(OpCodes.Ldloc, count);
        il.Emit(OpCodes.Ret);
    }

    // Addresses, constants and the values of the step, which all cells share.
    private void Prologue()
    {
        var constants = FieldLocal(nameof(StepFrame.Constants));
        for (var i = 0; i < program.Constants.Length; i++)
        {
            var offset = i * lanes.ElementBytes;
            shared[program.Constants[i].Name] = new Place(() =>
            {
                Address(constants, offset);
                lanes.LoadElement(il);
                lanes.Broadcast(il);
            });
        }

        for (var i = 0; i < program.Streams.Length; i++)
        {
            var stream = il.DeclareLocal(typeof(nint));
            Pointer(nameof(StepFrame.Streams), i);
            il.Emit(OpCodes.Stloc, stream);
            shared[program.Streams[i]] = new Place(() =>
            {
                ArrayAddress(stream, cell);
                lanes.Load(il);
            });
        }

        StepValues();
    }

    private void StepValues()
    {
        if (program.StepValues.IsEmpty)
            return;
        var scalar = Lanes.Of(Precision.Double, LaneWidth.Scalar);
        var constants = FieldLocal(nameof(StepFrame.StepConstants));
        var places = new Dictionary<string, Place> { ["t"] = new(() => Field(nameof(StepFrame.Time))) };
        for (var i = 0; i < program.StepConstants.Length; i++)
        {
            var offset = i * sizeof(double);
            places[program.StepConstants[i].Name] = new Place(() =>
            {
                Address(constants, offset);
                scalar.LoadElement(il);
            });
        }

        var emitter = new ExpressionEmitter(il, scalar, places);
        SharedDraws(places, emitter);
        foreach (var (name, value) in program.StepValues)
        {
            var local = il.DeclareLocal(lanes.Element);
            emitter.Value(value);
            if (!lanes.IsDouble)
                il.Emit(OpCodes.Conv_R4);
            il.Emit(OpCodes.Stloc, local);
            shared[name] = new Place(() =>
            {
                il.Emit(OpCodes.Ldloc, local);
                lanes.Broadcast(il);
            });
        }
    }

    // The cells up to the local "end".
    private void Cells(LocalBuilder[] sums)
    {
        var (top, test) = (il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(top);
        Body(sums);

        Advance(cell, lanes.Count, typeof(int));
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

    private void Body(LocalBuilder[] sums)
    {
        var places = new Dictionary<string, Place>(shared);
        Draws(places, program.Update.Draws, chunk);
        Expression[] spike = program.Spike is null ? [] : [program.Spike];
        Load(places, FreeVariables.Of([.. program.Update.Values, .. spike]).Union(program.Checked));
        for (var i = 0; i < program.Checked.Length; i++)
        {
            places[program.Checked[i]].Load();
            lanes.Constant(il, 0.0);
            il.Emit(OpCodes.Ldloc, sums[i % sums.Length]);
            lanes.MultiplyAdd(il);
            il.Emit(OpCodes.Stloc, sums[i % sums.Length]);
        }

        Perform(places, program.Update, null);
        if (program.Spike is not null)
            Spikes(places);
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

        foreach (var stream in program.Streams.Where(names.Contains))
            Keep(places, stream, shared[stream].Load);
    }

    // Intermediate values, then stores; where a mask is given, only where it is true.
    private void Perform(Dictionary<string, Place> places, StraightLine code, LocalBuilder? where)
    {
        var emitter = new ExpressionEmitter(il, lanes, places);
        foreach (var (name, value) in code.Lets)
        {
            var isMask = value.Kind == ValueKind.Boolean;
            if (value.Operator == Operator.Poisson)
                Keep(places, name, () => PoissonDraw(emitter, value));
            else if (isMask)
                Keep(places, name, () => emitter.Mask(value), isMask: true);
            else
                Keep(places, name, () => emitter.Value(value));
        }

        // Values first, then stores: a row may be read after another has its new value.
        var stored = new List<(string Name, Place Value)>();
        foreach (var (name, value) in code.Stores)
        {
            if (value.Operator is not Operator.Variable || places[value.Name].IsMask)
                Keep(places, "=" + name, () => emitter.Value(value));
            stored.Add((name, value.Operator == Operator.Variable && !places[value.Name].IsMask
                ? places[value.Name]
                : places["=" + name]));
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

    private void Verdict(LocalBuilder[] sums)
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
