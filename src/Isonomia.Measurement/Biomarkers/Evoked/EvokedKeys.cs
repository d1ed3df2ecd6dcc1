namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>Which setting names a stimulus, for messages.</summary>
internal static class EvokedKeys
{
    public static string Stimulus => EvokedSettings.Event.Key;

    public static string Pulse => StimulationSettings.Event.Key;
}
