namespace Isonomia.Simulation.Connectivity;

/// <summary>Receives synapses; the batch is used again afterwards.</summary>
/// <param name="batch">Some of the synapses.</param>
internal delegate void EdgeBatchHandler(EdgeBatch batch);
