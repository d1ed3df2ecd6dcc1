using Isonomia.Modeling.Circuits;

namespace Isonomia.Simulation.Circuits;

/// <summary>Listed spikes from outside, as one part of their target's cells receives them.</summary>
internal sealed class ListedDrive
{
    private readonly (long Step, int Slot)[] arrivals;
    private readonly int quanta;
    private readonly int[] starts;
    private readonly long first;

    public ListedDrive(StimulusModel stimulus, CellPart part, int port, double quantum, double dt)
    {
        quanta = (int)Math.Round(stimulus.Weight / quantum);
        var cells = stimulus.Cells is { } some ? some.ToArray() : null;
        var found = new List<(long, int)>();
        for (var n = 0; n < stimulus.Times.Length; n++)
        {
            var time = stimulus.Times[n];
            if (time < stimulus.Start || time >= stimulus.Stop)
                continue;
            IEnumerable<int> reached = stimulus.SpikeCells.IsEmpty
                ? cells ?? Enumerable.Range(part.First, part.Cells - part.First)
                : [stimulus.SpikeCells[n]];
            foreach (var cell in reached.Where(c => c >= part.First && c < part.Cells))
                found.Add((SpikeTrainSource.StepOf(time, dt), part.Slots[port] + cell - part.First));
        }

        found.Sort();
        arrivals = [.. found];

        // For each step the first of its arrivals.
        first = arrivals.Length > 0 ? arrivals[0].Step : 0;
        var steps = arrivals.Length > 0 ? arrivals[^1].Step - first + 1 : 0;
        starts = new int[steps + 1];
        foreach (var (step, _) in arrivals)
            starts[step - first + 1]++;
        for (var s = 0; s < steps; s++)
            starts[s + 1] += starts[s];
    }

    /// <summary>Adds what arrives at the end of a step.</summary>
    public void Add(long step, Span<int> slots)
    {
        var at = step - first;
        if (at < 0 || at >= starts.Length - 1)
            return;
        for (var n = starts[at]; n < starts[at + 1]; n++)
            slots[arrivals[n].Slot] += quanta;
    }
}
