using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>
/// One channel under measurement: its signal, the settings, and what several biomarkers share (its spectrum, the
/// envelope of a band), computed once. Used by one thread.
/// </summary>
public sealed class ChannelAnalysis(Signal signal, MeasureSettings settings)
{
    // About four hours at 256 Hz. Left to itself the collector lets several dead copies of a longer signal pile up,
    // because it weighs them against all that is alive; a full collection costs milliseconds here.
    private const int LongSignal = 1 << 22;
    private readonly Dictionary<object, object> shared = [];

    /// <summary>The samples.</summary>
    public Signal Signal { get; } = signal;

    /// <summary>The settings.</summary>
    public MeasureSettings Settings { get; } = settings;

    /// <summary>The value of a setting.</summary>
    public T Get<T>(Setting<T> setting)
        where T : notnull => Settings.Get(setting);

    /// <summary>Computes something once for all biomarkers that need it. The key says what it is.</summary>
    public T Share<T>(object key, Func<T> compute)
        where T : class
    {
        if (shared.TryGetValue(key, out var found))
            return (T)found;
        var made = compute();
        shared[key] = made;
        return made;
    }

    /// <summary>Drops something shared that is large and no longer needed.</summary>
    public void Forget(object key)
    {
        shared.Remove(key);
        Reclaim();
    }

    /// <summary>Gives back at once what a long signal left behind; does nothing for a short one.</summary>
    public void Reclaim() => ReclaimAfter(Signal.Samples.Length);

    /// <summary>The same for a signal of so many samples that is no longer held by anyone.</summary>
    internal static void ReclaimAfter(long samples)
    {
        if (samples > LongSignal)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Another biomarker's result on this channel, measured once.</summary>
    public T ResultOf<T>(IBiomarker biomarker)
        where T : BiomarkerResult => Share(biomarker, () => (T)biomarker.Measure(this));
}
