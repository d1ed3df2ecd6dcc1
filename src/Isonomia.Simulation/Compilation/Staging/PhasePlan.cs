using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>
/// Divides a straight-line program into phases: as many as calls depend on one another, and one more. A value is
/// computed in the first phase that needs it.
/// </summary>
internal sealed class PhasePlan
{
    private readonly Dictionary<string, int> slots;

    private PhasePlan(ImmutableArray<Phase> phases, int slotCount, Dictionary<string, int> slots)
    {
        Phases = phases;
        Slots = slotCount;
        this.slots = slots;
    }

    /// <summary>The phases; the last one stores the results.</summary>
    public ImmutableArray<Phase> Phases { get; }

    /// <summary>The number of slots of scratch, each for one number of every cell of a chunk.</summary>
    public int Slots { get; }

    /// <summary>The slot of a value that is read in a later phase than it is computed, or of a draw; -1 for others.</summary>
    public int Slot(string name) => slots.GetValueOrDefault(name, -1);

    /// <summary>Makes a plan.</summary>
    /// <param name="lets">The intermediate values, in order.</param>
    /// <param name="results">What is computed in the last phase.</param>
    /// <param name="draws">The keys of draws, which are there from the beginning.</param>
    public static PhasePlan Of(
        IReadOnlyList<Definition> lets, IReadOnlyList<Expression> results, IReadOnlyList<string> draws)
    {
        var reads = lets.ToDictionary(l => l.Name, l => FreeVariables.Of(l.Value));
        var ready = new Dictionary<string, int>();
        foreach (var let in lets)
        {
            var phase = reads[let.Name].Select(name => ready.GetValueOrDefault(name)).DefaultIfEmpty().Max();
            ready[let.Name] = phase + (Functions.IsCall(let.Value.Operator) ? 1 : 0);
        }

        var last = ready.Values.DefaultIfEmpty().Max();

        // From the end, who reads a value in which phase; a value is computed in the first of them.
        var uses = lets.ToDictionary(l => l.Name, _ => (First: last, Last: 0));
        foreach (var name in FreeVariables.Of([.. results]))
            Use(name, last);
        for (var i = lets.Count - 1; i >= 0; i--)
        {
            var name = lets[i].Name;
            var phase = Functions.IsCall(lets[i].Value.Operator) ? ready[name] - 1 : uses[name].First;
            foreach (var read in reads[name])
                Use(read, phase);
        }

        var places = draws.Select((d, i) => (d, i)).ToDictionary(d => d.d, d => d.i);
        var leases = draws.Select(_ => int.MaxValue).ToList();
        var phases = ImmutableArray.CreateBuilder<Phase>();
        for (var p = 0; p <= last; p++)
        {
            var mine = lets.Where(l => !Functions.IsCall(l.Value.Operator) && uses[l.Name].First == p).ToArray();
            var keeps = mine.Where(l => uses[l.Name].Last > p).Select(l => (l.Name, Lease(uses[l.Name].Last, p))).ToArray();
            var calls = lets.Where(l => Functions.IsCall(l.Value.Operator) && ready[l.Name] == p + 1).Select(l =>
                new PhaseCall(l.Name, l.Value, Lease(uses[l.Name].Last, p),
                    l.Value.Operands.Length > 1 ? Lease(p, p) : -1)).ToArray();
            foreach (var (name, slot) in keeps)
                places[name] = slot;
            foreach (var call in calls)
                places[call.Name] = call.Slot;
            phases.Add(new Phase([.. mine], [.. keeps], [.. calls]));
        }

        return new PhasePlan(phases.ToImmutable(), leases.Count, places);

        void Use(string name, int phase)
        {
            if (uses.TryGetValue(name, out var use))
                uses[name] = (Math.Min(use.First, phase), Math.Max(use.Last, phase));
        }

        // A slot that nothing reads in this phase or later serves again.
        int Lease(int until, int phase)
        {
            var slot = leases.FindIndex(end => end < phase);
            if (slot < 0)
            {
                slot = leases.Count;
                leases.Add(0);
            }

            leases[slot] = until;
            return slot;
        }
    }
}
