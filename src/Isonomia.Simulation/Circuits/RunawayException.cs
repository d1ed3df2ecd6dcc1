namespace Isonomia.Simulation.Circuits;

/// <summary>A run that is stopped because a population fires faster than any cell can.</summary>
public sealed class RunawayException : Exception
{
    /// <summary>Says which population, how fast, and when.</summary>
    /// <param name="population">The population's name.</param>
    /// <param name="rate">The mean rate of its cells, in hertz.</param>
    /// <param name="time">The end of the stretch in which it was so, in seconds.</param>
    public RunawayException(string population, double rate, double time)
        : base($"population '{population}' ran away: its cells fired at {rate:0} Hz on average by t = {time * 1e3:0.####} ms; "
            + "give its cells a refractory time, or weaken what excites them")
    {
        Population = population;
        Rate = rate;
        Time = time;
    }

    /// <summary>The population's name.</summary>
    public string Population { get; }

    /// <summary>The mean rate of its cells, in hertz.</summary>
    public double Rate { get; }

    /// <summary>The end of the stretch in which it was so, in seconds.</summary>
    public double Time { get; }
}
