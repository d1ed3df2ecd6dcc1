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

    /// <summary>
    /// The slot of a value that is read in a later phase than it is computed, or of a draw; -1 for others.
    /// </summary>
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
        var last = 0;
        foreach (var let in lets)
        {
            var phase = Functions.IsCall(let.Value.Operator) ? 1 : 0;
            foreach (var name in reads[let.Name])
                phase = Math.Max(phase, ready.GetValueOrDefault(name) + (Functions.IsCall(let.Value.Operator) ? 1 : 0));
            ready[let.Name] = phase;
            last = Math.Max(last, phase);
        }

        // From the end, who reads a value in which phase; a value is computed in the first of them.
        var firstUse = new Dictionary<string, int>();
        var lastUse = new Dictionary<string, int>();
        foreach (var name in FreeVariables.Of([.. results]))
            Use(name, last);
        for (var i = lets.Count - 1; i >= 0; i--)
        {
            var name = lets[i].Name;
            var phase = Functions.IsCall(lets[i].Value.Operator)
                ? ready[name] - 1
                : firstUse.GetValueOrDefault(name, last);
            firstUse.TryAdd(name, last);
            foreach (var read in reads[name])
                Use(read, phase);
        }

        var places = new Dictionary<string, int>();
        var leases = new List<int>();
        foreach (var draw in draws)
        {
            places[draw] = leases.Count;
            leases.Add(int.MaxValue);
        }

        var phases = ImmutableArray.CreateBuilder<Phase>();
        for (var p = 0; p <= last; p++)
        {
            var mine = new List<Definition>();
            var keeps = new List<PhaseKeep>();
            var calls = new List<PhaseCall>();
            foreach (var let in lets)
            {
                var until = lastUse.GetValueOrDefault(let.Name);
                if (!Functions.IsCall(let.Value.Operator) && firstUse[let.Name] == p)
                {
                    mine.Add(let);
                    if (until > p)
                        keeps.Add(new PhaseKeep(let.Name, places[let.Name] = Lease(until, p)));
                }
                else if (Functions.IsCall(let.Value.Operator) && ready[let.Name] == p + 1)
                {
                    var slot = places[let.Name] = Lease(until, p);
                    var second = let.Value.Operands.Length > 1 ? Lease(p, p) : -1;
                    calls.Add(new PhaseCall(let.Name, let.Value, slot, second));
                }
            }

            phases.Add(new Phase([.. mine], [.. keeps], [.. calls]));
        }

        return new PhasePlan(phases.ToImmutable(), leases.Count, places);

        void Use(string name, int phase)
        {
            if (!ready.ContainsKey(name))
                return;
            firstUse[name] = Math.Min(firstUse.GetValueOrDefault(name, last), phase);
            lastUse[name] = Math.Max(lastUse.GetValueOrDefault(name), phase);
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
