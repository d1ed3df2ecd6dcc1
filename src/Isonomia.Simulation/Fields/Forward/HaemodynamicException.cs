namespace Isonomia.Simulation.Fields.Forward;

/// <summary>Activity that no vessels can follow: blood flow would stop.</summary>
/// <param name="activity">What drives the vessels.</param>
/// <param name="region">The region, counted from 1.</param>
/// <param name="time">When, in seconds.</param>
public sealed class HaemodynamicException(string activity, int region, double time) : Exception(
    $"--bold {activity}: in region {region} the blood flow left what is possible at t = {time:0.###} s; the haemodynamic "
    + "model expects activity of about 0 to 1, such as the share of open gates");
