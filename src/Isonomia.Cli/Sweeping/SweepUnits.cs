using System.Collections.Immutable;
using Isonomia.Reporting.Sweeps;

namespace Isonomia.Cli.Sweeping;

/// <summary>The units of measures, which are known once one was made. Used by several threads at once.</summary>
internal sealed class SweepUnits(IReadOnlyList<SweepMeasure> measures)
{
    private readonly Dictionary<string, string> units = [];
    private readonly Lock learning = new();

    /// <summary>The measures with their units.</summary>
    public ImmutableArray<SweepMeasureName> Named
    {
        get
        {
            lock (learning)
                return [.. measures.Select(m => new SweepMeasureName(m.Name, units.GetValueOrDefault(m.Name, "")))];
        }
    }

    public void Learn(SweepMeasure measure, string unit) => Learn(measure.Name, unit);

    public void Learn(string measure, string unit)
    {
        if (unit.Length == 0)
            return;
        lock (learning)
            units[measure] = unit;
    }
}
