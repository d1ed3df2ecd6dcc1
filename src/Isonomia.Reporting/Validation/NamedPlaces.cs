using Isonomia.Reporting.Figures;

namespace Isonomia.Reporting.Validation;

/// <summary>An axis of names, evenly spaced: the first at 0, the next at 1.</summary>
internal sealed class NamedPlaces(IReadOnlyList<string> names, double from, double to)
    : Scale(-0.6, names.Count - 0.4, from, to)
{
    public override double At(double value) => From + (value - Low) / (High - Low) * (To - From);

    public override IReadOnlyList<Tick> Ticks(int about) => [.. names.Select((name, i) => new Tick(i, name))];
}
