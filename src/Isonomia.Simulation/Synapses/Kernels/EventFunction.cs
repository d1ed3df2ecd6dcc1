namespace Isonomia.Simulation.Synapses.Kernels;

/// <summary>Event code: brings the synapses [begin, end) up to the time of the event and applies the rule.</summary>
/// <param name="frame">The address of an <see cref="EventFrame"/>.</param>
/// <param name="begin">The first synapse, or place in the order.</param>
/// <param name="end">Behind the last.</param>
internal delegate void EventFunction(nint frame, int begin, int end);
