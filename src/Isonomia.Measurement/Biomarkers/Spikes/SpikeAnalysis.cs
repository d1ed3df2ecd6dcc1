using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>One population under measurement: the spikes of its units within the time that is measured.</summary>
public sealed class SpikeAnalysis
{
    private readonly ReadOnlyMemory<double>[] trains;

    /// <summary>Takes the spikes that lie within <see cref="SpikeSettings.Range"/>.</summary>
    /// <param name="population">The population's name.</param>
    /// <param name="units">All of its units, silent ones included.</param>
    /// <param name="duration">How long was recorded, in seconds.</param>
    /// <param name="settings">The settings.</param>
    public SpikeAnalysis(
        string population, IReadOnlyList<SpikeTrain> units, double duration, MeasureSettings settings)
    {
        Population = population;
        Units = units;
        Settings = settings;
        var range = settings.Get(SpikeSettings.Range);
        Start = Math.Min(range.Low, duration);
        Stop = Math.Min(range.High, duration);
        trains = new ReadOnlyMemory<double>[units.Count];
        for (var i = 0; i < trains.Length; i++)
            trains[i] = Within(units[i].Times, Start, Stop);
    }

    /// <summary>The population's name.</summary>
    public string Population { get; }

    /// <summary>Its units, with all of their spikes.</summary>
    public IReadOnlyList<SpikeTrain> Units { get; }

    /// <summary>The settings.</summary>
    public MeasureSettings Settings { get; }

    /// <summary>From where spikes are measured, in seconds.</summary>
    public double Start { get; }

    /// <summary>To where spikes are measured, in seconds; a spike at this very time still counts.</summary>
    public double Stop { get; }

    /// <summary>How long that is, in seconds.</summary>
    public double Duration => Stop - Start;

    /// <summary>The value of a setting.</summary>
    public T Get<T>(Setting<T> setting)
        where T : notnull => Settings.Get(setting);

    /// <summary>The measured spike times of a unit in seconds, ascending.</summary>
    public ReadOnlySpan<double> Times(int unit) => trains[unit].Span;

    /// <summary>
    /// At most <paramref name="most"/> of <paramref name="units"/>, evenly spaced: the first of each of as many equal
    /// parts. The choice depends on nothing else, so it is the same in every run.
    /// </summary>
    public static int[] EvenlySpaced(IReadOnlyList<int> units, int most)
    {
        var count = Math.Min(most, units.Count);
        var chosen = new int[count];
        for (var i = 0; i < count; i++)
            chosen[i] = units[(int)((long)i * units.Count / count)];
        return chosen;
    }

    /// <summary>The units that are paired: evenly spaced among those that fire, as a silent one has no
    /// correlation.</summary>
    public int[] Sample()
    {
        var firing = new List<int>(trains.Length);
        for (var i = 0; i < trains.Length; i++)
        {
            if (trains[i].Length > 0)
                firing.Add(i);
        }

        return EvenlySpaced(firing, Get(SpikeSettings.Sample));
    }

    private static ReadOnlyMemory<double> Within(double[] times, double start, double stop)
    {
        var (first, end) = (0, times.Length);
        while (first < end && times[first] < start)
            first++;
        while (end > first && times[end - 1] > stop)
            end--;
        return times.AsMemory(first, end - first);
    }
}
