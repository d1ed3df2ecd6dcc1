using System.Reflection.Emit;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation.Emission;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Synapses.Kernels;

namespace Isonomia.Simulation.Synapses;

/// <summary>
/// Emits the event code of a synapse: for each synapse concerned its states are loaded, brought up to the time of the
/// event, changed by the rule, stored; what is transmitted is rounded to whole units and added at the port, so that the
/// order of synapses does not matter.
/// </summary>
internal sealed class EventEmitter
{
    private readonly DynamicMethod method;
    private readonly ILGenerator il;
    private readonly Lanes lanes;
    private readonly SynapseModel synapse;
    private readonly SynapseRecord record;
    private readonly Propagation propagation;
    private readonly TargetValues targets;
    private readonly IReadOnlyDictionary<string, Expression> known;
    private readonly EventNames own;
    private readonly bool isPost;
    private readonly double quantum;
    private readonly int most;
    private readonly EventSites sites;
    private readonly Dictionary<string, Place> places = [];
    private readonly Dictionary<string, LocalBuilder> locals = [];
    private readonly LocalBuilder[] states;
    private readonly LocalBuilder at;
    private readonly LocalBuilder place;
    private readonly LocalBuilder target;
    private readonly LocalBuilder steps;

    public EventEmitter(
        SynapseModel synapse, bool isPost, IReadOnlyDictionary<string, Expression> known, TargetValues targets,
        SynapseRecord record, Propagation propagation, Lanes lanes, double quantum, int most, EventSites sites)
    {
        (this.synapse, this.isPost, this.known, this.targets) = (synapse, isPost, known, targets);
        (this.record, this.propagation, this.lanes) = (record, propagation, lanes);
        (this.quantum, this.most, this.sites) = (quantum, most, sites);
        method = new DynamicMethod(
            synapse.Name, typeof(void), [typeof(nint), typeof(int), typeof(int)], typeof(EventEmitter).Module,
            skipVisibility: true);
        il = method.GetILGenerator();
        own = new EventNames(synapse, isPost ? synapse.OnPost : synapse.OnPre);
        states = [.. own.States.Select(_ => il.DeclareLocal(lanes.Value))];
        (at, place) = (il.DeclareLocal(typeof(int)), il.DeclareLocal(typeof(nint)));
        (target, steps) = (il.DeclareLocal(typeof(int)), il.DeclareLocal(typeof(int)));
    }

    private IEnumerable<Assignment> Rule => isPost ? synapse.OnPost : synapse.OnPre;

    /// <summary>The code.</summary>
    public EventFunction Emit()
    {
        Label loop = il.DefineLabel(), test = il.DefineLabel();
        Names();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Stloc, at);
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(loop);
        Find();
        Load();
        Propagate();
        foreach (var assignment in Rule)
            Assign(assignment);
        Store();
        if (locals.TryGetValue(SynapseModel.Transmitted, out var transmitted))
            Transmit(transmitted);
        il.Emit(OpCodes.Ldloc, at);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, at);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, at);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Blt, loop);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<EventFunction>();
    }

    private void Names()
    {
        for (var s = 0; s < states.Length; s++)
        {
            var local = states[s];
            locals[own.States[s]] = local;
            places[own.States[s]] = new Place(() => il.Emit(OpCodes.Ldloc, local));
        }

        places["t"] = new Place(() => Field(nameof(EventFrame.Time), lanes.IsDouble ? OpCodes.Nop : OpCodes.Conv_R4));
        places["j"] = new Place(() =>
        {
            il.Emit(OpCodes.Ldloc, target);
            il.Emit(lanes.IsDouble ? OpCodes.Conv_R8 : OpCodes.Conv_R4);
        });
    }

    // The record of the synapse, its target, and how many steps it is behind.
    private void Find()
    {
        Frame(nameof(EventFrame.Records));
        if (isPost)
        {
            Frame(nameof(EventFrame.Order));
            il.Emit(OpCodes.Ldloc, at);
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Ldc_I4, sizeof(int));
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Ldind_I4);
        }
        else
        {
            il.Emit(OpCodes.Ldloc, at);
        }

        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Ldc_I4, record.Bytes);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, place);
        Address(SynapseRecord.Target);
        il.Emit(OpCodes.Ldind_I4);
        il.Emit(OpCodes.Stloc, target);
        Field(nameof(EventFrame.Step), OpCodes.Nop);
        Address(SynapseRecord.Updated);
        il.Emit(OpCodes.Ldind_I4);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Stloc, steps);
        Address(SynapseRecord.Updated);
        Field(nameof(EventFrame.Step), OpCodes.Nop);
        il.Emit(OpCodes.Stind_I4);
    }

    private void Load()
    {
        for (var s = 0; s < states.Length; s++)
        {
            Address(record.FirstState + s * record.NumberBytes);
            lanes.LoadElement(il);
            il.Emit(OpCodes.Stloc, states[s]);
        }
    }

    private void Store()
    {
        var changed = Rule.Select(a => a.Target.Name)
            .Concat(propagation.Entries.Select(e => own.States[e.To])).ToHashSet();
        for (var s = 0; s < states.Length; s++)
        {
            var (local, offset) = (states[s], record.FirstState + s * record.NumberBytes);
            if (changed.Contains(own.States[s]))
                lanes.Store(il, () => Address(offset), () => il.Emit(OpCodes.Ldloc, local));
        }
    }

    // One product for each byte of the number of steps; most are below 256, nearly all below 65,536.
    private void Propagate()
    {
        if (propagation.Entries.Count == 0)
            return;
        var done = il.DefineLabel();
        il.Emit(OpCodes.Ldloc, steps);
        il.Emit(OpCodes.Brfalse, done);
        for (var level = 0; level < Propagation.Levels; level++)
        {
            if (level > 0)
            {
                il.Emit(OpCodes.Ldloc, steps);
                il.Emit(OpCodes.Ldc_I4, 8 * level);
                il.Emit(OpCodes.Shr_Un);
                il.Emit(OpCodes.Brfalse, done);
            }

            Propagate(level);
        }

        il.MarkLabel(done);
    }

    private void Propagate(int level)
    {
        var row = il.DeclareLocal(typeof(nint));
        Frame(nameof(EventFrame.Factors));
        il.Emit(OpCodes.Ldloc, steps);
        il.Emit(OpCodes.Ldc_I4, 8 * level);
        il.Emit(OpCodes.Shr_Un);
        il.Emit(OpCodes.Ldc_I4, Propagation.Radix - 1);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Ldc_I4, level * Propagation.Radix);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldc_I4, propagation.Entries.Count * record.NumberBytes);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, row);

        // x_i + sum M_ij x_j + g_i, of the states before any has changed.
        var changed = new Dictionary<int, LocalBuilder>();
        for (var k = 0; k < propagation.Entries.Count; k++)
        {
            var (to, from) = propagation.Entries[k];
            var offset = k * record.NumberBytes;
            void Factor()
            {
                il.Emit(OpCodes.Ldloc, row);
                il.Emit(OpCodes.Ldc_I4, offset);
                il.Emit(OpCodes.Add);
                lanes.LoadElement(il);
            }

            Factor();
            if (!changed.TryGetValue(to, out var sum))
                changed[to] = sum = il.DeclareLocal(lanes.Value);
            var before = propagation.Entries.Take(k).Any(e => e.To == to) ? sum : states[to];
            if (from is { } source)
                il.Emit(OpCodes.Ldloc, states[source]);
            il.Emit(OpCodes.Ldloc, before);
            if (from is null)
                il.Emit(OpCodes.Add);
            else
                lanes.MultiplyAdd(il);
            il.Emit(OpCodes.Stloc, sum);
        }

        foreach (var (to, sum) in changed)
        {
            il.Emit(OpCodes.Ldloc, sum);
            il.Emit(OpCodes.Stloc, states[to]);
        }
    }

    private void Assign(Assignment assignment)
    {
        var value = Simplifier.Simplify(targets.Inline(Substitution.Replace(assignment.Value, known), own.All));
        foreach (var node in Postorder.Of(value))
        {
            if (node.Operator is Operator.Noise or Operator.Poisson)
                throw new ProjectionException($"'{synapse.Name}' draws at an event what is neither rand() nor randn().");
            if (node.Operator is Operator.Normal or Operator.Uniform)
                places[ExpressionEmitter.Key(node)] = new Place(() => Draw(node));
            if (node.Operator == Operator.Variable && !places.ContainsKey(node.Name))
            {
                places[node.Name] = own.All.Contains(node.Name)
                    ? throw new ProjectionException(
                        $"'{synapse.Name}' reads '{node.Name}' at an event, before it has a value.")
                    : targets.Of(node.Name, il, lanes, target, Frame);
            }
        }

        new ExpressionEmitter(il, lanes, places).Value(value);
        var name = assignment.Target.Name;
        if (!locals.TryGetValue(name, out var local))
        {
            locals[name] = local = il.DeclareLocal(lanes.Value);
            places[name] = new Place(() => il.Emit(OpCodes.Ldloc, local));
        }

        il.Emit(OpCodes.Stloc, local);
    }

    private void Draw(Expression draw)
    {
        var distribution = draw.Operator == Operator.Normal ? "Normal" : "Uniform";
        il.Emit(OpCodes.Ldc_I8, unchecked((long)sites.Seed));
        il.Emit(OpCodes.Ldc_I4, sites.Purpose(isPost, draw.Name));
        il.Emit(OpCodes.Ldloc, target);
        Address(SynapseRecord.Place);
        il.Emit(OpCodes.Ldind_I4);
        Frame(nameof(EventFrame.Step));
        il.Emit(OpCodes.Call, typeof(EventDraws).GetMethod(distribution + (lanes.IsDouble ? "Double" : "Single"))!);
    }

    // Whole units, added at the port; what is more than foreseen, or no number, is told instead.
    private void Transmit(LocalBuilder transmitted)
    {
        Label isMore = il.DefineLabel(), done = il.DefineLabel();
        var units = il.DeclareLocal(typeof(double));
        il.Emit(OpCodes.Ldloc, transmitted);
        il.Emit(OpCodes.Conv_R8);
        il.Emit(OpCodes.Ldc_R8, 1 / quantum);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Call, typeof(Math).GetMethod(nameof(Math.Round), [typeof(double)])!);
        il.Emit(OpCodes.Stloc, units);
        il.Emit(OpCodes.Ldloc, units);
        il.Emit(OpCodes.Call, typeof(Math).GetMethod(nameof(Math.Abs), [typeof(double)])!);
        il.Emit(OpCodes.Ldc_R8, (double)most);
        il.Emit(OpCodes.Bgt_Un, isMore);
        var slot = il.DeclareLocal(typeof(nint));
        Frame(nameof(EventFrame.Arrivals));
        il.Emit(OpCodes.Ldloc, target);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Ldc_I4, sizeof(int));
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, slot);
        il.Emit(OpCodes.Ldloc, slot);
        il.Emit(OpCodes.Ldloc, slot);
        il.Emit(OpCodes.Ldind_I4);
        il.Emit(OpCodes.Ldloc, units);
        il.Emit(OpCodes.Conv_I4);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stind_I4);
        il.Emit(OpCodes.Br, done);
        il.MarkLabel(isMore);
        FieldAddress(nameof(EventFrame.Excess));
        il.Emit(OpCodes.Ldloc, at);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stind_I4);
        il.MarkLabel(done);
    }

    private void Address(int offset)
    {
        il.Emit(OpCodes.Ldloc, place);
        if (offset == 0)
            return;
        il.Emit(OpCodes.Ldc_I4, offset);
        il.Emit(OpCodes.Add);
    }

    private void Frame(string field) => Field(field, OpCodes.Nop);

    private void Field(string field, OpCode conversion)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, typeof(EventFrame).GetField(field)!);
        if (conversion != OpCodes.Nop)
            il.Emit(conversion);
    }

    private void FieldAddress(string field)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldflda, typeof(EventFrame).GetField(field)!);
    }

    // The names of the synapse: its states, then the temporaries of a rule and what is built in.
    private sealed class EventNames(SynapseModel synapse, IEnumerable<Assignment> rule)
    {
        public string[] States { get; } = [synapse.Weight.Name, .. synapse.States.Select(s => s.Symbol.Name)];

        public HashSet<string> All { get; } =
        [
            synapse.Weight.Name, .. synapse.States.Select(s => s.Symbol.Name), .. rule.Select(a => a.Target.Name),
            "t", "j", SynapseModel.Transmitted,
        ];
    }
}
